import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The folders of the packages that were built already, by name. Turbo builds a package after those it imports. */
export async function builtPackages(): Promise<Readonly<Record<string, string>>> {
  const built: Record<string, string> = {};
  for await (const path of glob('{packages,plugins}/*/dist/package.json', { cwd: root })) {
    const { name } = JSON.parse(await readFile(join(root, path), 'utf8'));
    built[name] = join(root, dirname(path));
  }
  return built;
}
