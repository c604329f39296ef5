import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type PackageManifest, publishableManifest } from './publishable-manifest.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** `into` is the folder of the package, made anew. `built` says where the packages that it imports were built to. */
export type BuildOptions = { readonly into: string; readonly built: Readonly<Record<string, string>> };

/**
 * Builds a workspace to the package that others install: JavaScript and types of what can be reached from its `exports` and
 * `bin` (so no tests), a package.json of its own, README and licence. `npm pack <into>` makes the tarball of it.
 *
 * Throws with what the compiler says when a source is wrong; then there is no `into`.
 */
export async function buildPackage(folder: string, { into, built }: BuildOptions): Promise<void> {
  const manifest: PackageManifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  try {
    await compile(folder, manifest, { into, built });
    for (const file of manifest.files ?? []) {
      await cp(join(folder, file), join(into, file), { recursive: true });
    }
    await cp(join(root, 'LICENSE'), join(into, 'LICENSE'));
    await writeFile(join(into, 'README.md'), await readmeOf(folder, manifest));
    await writeFile(
      join(into, 'package.json'),
      `${JSON.stringify(publishableManifest(manifest), null, 2)}\n`,
    );
  } catch (error) {
    await rm(into, { recursive: true, force: true });
    throw error;
  }
}

async function compile(
  folder: string,
  { name, exports, bin = {} }: PackageManifest,
  { into, built }: BuildOptions,
): Promise<void> {
  // Inside the folder it builds to, so that two builds at once do not meet.
  const project = join(into, 'tsconfig.json');
  const configuration = {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      rewriteRelativeImportExtensions: true,
      rootDir: join(folder, 'src'),
      outDir: into,
      typeRoots: [join(root, 'node_modules/@types')],
      // Without them the sources of the other workspaces would be compiled into this one.
      paths: Object.fromEntries(
        Object.entries(built).flatMap(([other, place]) => [
          [other, [join(place, 'index.d.ts')]],
          [`${other}/*`, [join(place, '*/index.d.ts')]],
        ]),
      ),
    },
    files: [...Object.values(exports), ...Object.values(bin)].map((source) => join(folder, source)),
  };
  await writeFile(project, JSON.stringify(configuration));
  try {
    await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', project], {
      cwd: folder,
    });
  } catch (error) {
    const said = error instanceof Error && 'stdout' in error ? `${error.stdout}` : '';
    throw new Error(`${name} does not compile:\n${said || String(error)}`);
  }
  await rm(project);
}

/** A workspace without a README gets one from its package.json: a package on a registry without any looks abandoned. */
async function readmeOf(folder: string, { name, description }: PackageManifest): Promise<string> {
  try {
    return await readFile(join(folder, 'README.md'), 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    return `# ${name}\n\n${description}. A part of Kreisweit (folder \`${basename(folder)}\`).\n`;
  }
}
