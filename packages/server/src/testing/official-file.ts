import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The path of a file of the official data beside the repository. Throws, saying what to do, where it is absent. */
export function officialFile(path: string): string {
  const file = fileURLToPath(new URL(`../../../../../shared/data/${path}`, import.meta.url));
  if (existsSync(file)) return file;
  throw new Error(
    `${file} is missing: put the folder with the official data beside the repository as "shared"`,
  );
}
