import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildPackage } from '../build-package.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../..', import.meta.url));
const cache = join(root, 'node_modules/.cache/kreisweit/packed');

/** The workspaces that a data partner meets, each after those that it imports. */
const WORKSPACES = ['packages/domain', 'packages/plugin-kit', 'plugins/population', 'packages/create-plugin'];

/** What they depend on besides, as it is installed here: so that no test needs the network. */
export const LIBRARIES: readonly string[] = ['csv-parse', 'hucre'];

/** The packages as they would be published: `folder` and `tarball` give the place of each by its name. */
export type PackedPackages = {
  readonly folder: (name: string) => string;
  readonly tarball: (name: string) => string;
};

/**
 * Builds and packs the packages for data partners, once for all test files of a state of their sources: some seconds.
 */
export async function packedPackages(): Promise<PackedPackages> {
  const place = join(cache, await checksumOfSources());
  if (!existsSync(place)) await packInto(place);
  return {
    folder: (name) => join(place, fileName(name)),
    tarball: (name) => join(place, `${fileName(name)}.tgz`),
  };
}

async function packInto(place: string): Promise<void> {
  const draft = `${place}.${randomUUID()}`;
  await removeOutdated();
  await mkdir(draft, { recursive: true });
  const built: Record<string, string> = {};
  for (const workspace of WORKSPACES) {
    const { name } = JSON.parse(await readFile(join(root, workspace, 'package.json'), 'utf8'));
    const into = join(draft, fileName(name));
    await buildPackage(join(root, workspace), { into, built });
    built[name] = into;
  }
  const libraries = LIBRARIES.map((name) => join(root, 'node_modules', name));
  const { stdout } = await run(
    'npm',
    ['pack', '--json', '--ignore-scripts', ...Object.values(built), ...libraries],
    { cwd: draft, maxBuffer: 2 ** 24 },
  );
  for (const { name, filename } of JSON.parse(stdout)) {
    await rename(join(draft, filename), join(draft, `${fileName(name)}.tgz`));
  }
  // At once and in the end: another test file that looks meanwhile sees all or nothing.
  await rename(draft, place);
}

/** Those of other states of the sources; a draft has a dot in its name and is somebody's. */
async function removeOutdated(): Promise<void> {
  for await (const name of glob('*', { cwd: cache })) {
    if (!name.includes('.')) await rm(join(cache, name), { recursive: true, force: true });
  }
}

async function checksumOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const patterns = [...WORKSPACES, 'packages/publishing'].flatMap((workspace) =>
    ['package.json', '{src,template}/**/*.*'].map((pattern) => `${workspace}/${pattern}`),
  );
  const files: string[] = [];
  for await (const file of glob(patterns, { cwd: root, exclude: ['**/node_modules/**', '**/.turbo/**'] })) {
    files.push(file);
  }
  for (const file of files.sort()) hash.update(file).update(await readFile(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

function fileName(name: string): string {
  return name.replace(/^@kreisweit\//, '');
}
