import { dirname } from 'node:path';

/**
 * The folder that the user stands in, to which the files on a command line are relative. A script of npm runs in the
 * folder of its package.json, wherever it was called: npm then names the user's folder in INIT_CWD.
 */
export function currentFolder(
  variables: Readonly<Record<string, string | undefined>> = process.env,
  folder: string = process.cwd(),
): string {
  const { INIT_CWD: calledFrom, npm_package_json: packageFile } = variables;
  const movedByNpm = calledFrom !== undefined && packageFile !== undefined && dirname(packageFile) === folder;
  return movedByNpm ? calledFrom : folder;
}
