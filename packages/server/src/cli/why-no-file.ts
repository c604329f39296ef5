import { statSync } from 'node:fs';

/** Why a path is no file that could be read; nothing where it is one. */
export function whyNoFile(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [`there is no such file: ${path}`];
  if (found.isFile()) return [];
  return [`this is ${found.isDirectory() ? 'a folder; name the files in it' : 'no file'}: ${path}`];
}
