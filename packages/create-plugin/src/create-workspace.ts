import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateError } from './create-error.ts';
import { pluginNames } from './plugin-names.ts';
import { withDependency, withPlugin } from './server-lines.ts';
import { workspaceFiles } from './workspace-files.ts';
import { writeFolder } from './write-folder.ts';

/** Where the new plug-in stands, from the root of the repository. */
export type Workspace = { readonly folder: string; readonly packageName: string };

/** Names of packages that are no plug-ins, though they begin like one. */
const TAKEN = ['kit', 'template'];

/**
 * Creates a plug-in inside the repository: its folder, its line in the list of plug-ins and in the dependencies of the server.
 * Throws CreateError when there is one with the id; then nothing was written.
 */
export async function createWorkspace(
  id: string | undefined,
  { root }: { readonly root: string },
): Promise<Workspace> {
  const names = pluginNames(id);
  const packageName = `@kreisweit/plugin-${names.id}`;
  const folder = `plugins/${names.id}`;
  if (TAKEN.includes(names.id))
    throw new CreateError(`${packageName} is a part of Kreisweit: choose another id`);
  if (existsSync(join(root, folder))) {
    throw new CreateError(`${folder} is there already: choose another id, or remove the folder first`);
  }
  const list = join(root, 'packages/server/src/plugins.ts');
  const manifest = join(root, 'packages/server/package.json');
  const newList = withPlugin(await readFile(list, 'utf8'), names, packageName);
  const newManifest = withDependency(await readFile(manifest, 'utf8'), packageName);

  await writeFolder(join(root, folder), await workspaceFiles(names, packageName));
  await writeFile(list, newList);
  await writeFile(manifest, newManifest);
  return { folder, packageName };
}
