import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { LIBRARIES, type PackedPackages } from './packed-packages.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../..', import.meta.url));

/**
 * Runs `npm install` in a folder that has a package.json, without the network and without what npm may have kept of earlier
 * installations: what the kit depends on comes from the packed packages. Tools are left out (see `linkTools`).
 */
export async function installOffline(folder: string, packed: PackedPackages): Promise<void> {
  const path = join(folder, 'package.json');
  const text = await readFile(path, 'utf8');
  const { devDependencies, ...manifest } = JSON.parse(text);
  // Even where it does not install tools, npm asks the registry for them.
  const local = Object.fromEntries(Object.entries({ ...devDependencies }).filter(isFile));
  const named = Object.keys({ ...manifest.dependencies, ...local });
  const overrides = Object.fromEntries(
    ['@kreisweit/domain', '@kreisweit/plugin-kit', ...LIBRARIES]
      // npm refuses to override what is named as a dependency.
      .filter((name) => !named.includes(name))
      .map((name) => [name, `file:${packed.tarball(name)}`]),
  );
  const offline = { ...manifest, devDependencies: local, overrides: { ...manifest.overrides, ...overrides } };
  const cache = await mkdtemp(join(tmpdir(), 'kreisweit-npm-'));
  try {
    await writeFile(path, JSON.stringify(offline));
    await run(
      'npm',
      ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--cache', cache],
      {
        cwd: folder,
      },
    );
  } finally {
    await writeFile(path, text);
    await rm(cache, { recursive: true, force: true });
  }
}

function isFile([, spec]: readonly [string, unknown]): boolean {
  return String(spec).startsWith('file:');
}

/** The tools of the repository for a folder outside of it: to install them anew takes half a minute and the network. */
const TOOLS = ['typescript', 'vitest', '@types/node'];

/** Puts the tools into the folder's node_modules, as `npm install` of its development dependencies would. */
export async function linkTools(folder: string): Promise<void> {
  for (const name of TOOLS) {
    const link = join(folder, 'node_modules', name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(root, 'node_modules', name), link);
  }
  await mkdir(join(folder, 'node_modules/.bin'), { recursive: true });
  await symlink(join(root, 'node_modules/typescript/bin/tsc'), join(folder, 'node_modules/.bin/tsc'));
  await symlink(join(root, 'node_modules/vitest/vitest.mjs'), join(folder, 'node_modules/.bin/vitest'));
}
