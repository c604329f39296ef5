import { glob, readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { CreateError } from './create-error.ts';
import type { PluginNames } from './plugin-names.ts';

/** A file to be written; `path` is relative to the folder of the plug-in. */
export type CreatedFile = { readonly path: string; readonly content: string };

/**
 * The files of the template under the names of a new plug-in. The template is a plug-in that is compiled and tested like
 * any other, with the id `my-figures`.
 */
export async function templateFiles(
  { id, camelCase }: PluginNames,
  packageName: string,
): Promise<readonly CreatedFile[]> {
  const renamed = (text: string): string =>
    text
      .replaceAll('kreisweit-plugin-my-figures', packageName)
      .replaceAll('my-figures', id)
      .replaceAll('myFigures', camelCase);
  const template = join(packageFolder(), 'template');
  const files: CreatedFile[] = [];
  for await (const path of glob(['README.md', 'src/**/*.ts', 'fixtures/*.*'], { cwd: template })) {
    const content = await readFile(join(template, path), 'utf8');
    files.push({ path: renamed(path), content: renamed(content) });
  }
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** The version of this package, which is that of the kit it was tested with. */
export async function ownVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder(), 'package.json'), 'utf8'));
  return version;
}

/** The same from the sources and from what was built from them. */
function packageFolder(): string {
  const manifest = findPackageJSON('.', import.meta.url);
  if (manifest === undefined)
    throw new CreateError('the template is missing: install @kreisweit/create-plugin anew');
  return dirname(manifest);
}
