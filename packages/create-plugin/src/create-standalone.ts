import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { CreateError } from './create-error.ts';
import { pluginNames } from './plugin-names.ts';
import { standaloneFiles } from './standalone-files.ts';
import { ownVersion } from './template-files.ts';
import { writeFolder } from './write-folder.ts';

/**
 * Where the package goes, and which kit it is written against: a version on the registry (by default that of this
 * package), or a tarball; a tarball of the kit needs one of @kreisweit/domain beside it.
 */
export type StandaloneOptions = {
  readonly folder: string;
  readonly kit?: string | undefined;
  readonly domain?: string | undefined;
};

/** What was created: the folder and the name of the package in it. */
export type Standalone = { readonly folder: string; readonly packageName: string };

/**
 * Creates a package of its own for a plug-in, in an empty folder: definition, test, fixture and all that is needed to build
 * it. Throws CreateError when it cannot; then nothing was written.
 */
export async function createStandalone(
  id: string | undefined,
  { folder, kit, domain }: StandaloneOptions,
): Promise<Standalone> {
  const names = pluginNames(id);
  const packageName = `kreisweit-plugin-${names.id}`;
  const place = resolve(folder);
  const version = kit ?? (await ownVersion());
  const kitSpec = await specOf('--kit', version, place);
  const domainSpec = domain === undefined ? undefined : await specOf('--domain', domain, place);
  const isTarball = kitSpec.startsWith('file:');
  if (isTarball && domainSpec === undefined) {
    throw new CreateError(
      '--kit names a tarball, which needs one of @kreisweit/domain beside it: write --domain <tarball> too',
    );
  }
  const range = rangeOf(isTarball ? await ownVersion() : version);
  await writeFolder(
    place,
    await standaloneFiles(names, { packageName, range, kit: kitSpec, domain: domainSpec }),
  );
  return { folder: place, packageName };
}

/** The versions that keep what this one promises. */
function rangeOf(version: string): string {
  return /^\d/.test(version) ? `^${version}` : version;
}

/** A version stays as it is; a tarball is named by the way to it, so that both can be moved together. */
async function specOf(option: string, given: string, place: string): Promise<string> {
  if (!/\.(?:tgz|tar\.gz)$/.test(given)) {
    if (/^[\^~]?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(given)) return given;
    throw new CreateError(
      `${option} "${given}" is no version and no tarball: write one such as 0.1.0, or the path of a .tgz file`,
    );
  }
  const path = resolve(given);
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) throw new CreateError(`${option}: there is no such file: ${path}`);
  return `file:${relative(place, path).split(sep).join('/')}`;
}
