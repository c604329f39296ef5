import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DATA = new URL('../../../../shared/data/observations/', import.meta.url);

/** The path of a table of the statistical offices (`municipalities/...`). Throws when the data is not there. */
export function officialTable(name: string): string {
  const path = fileURLToPath(new URL(name, DATA));
  if (existsSync(path)) return path;
  throw new Error(
    `${path} is missing: link the folder 'shared' with the official data beside the repository`,
  );
}

/** The path of a sample of another format (`formats/...`) or of a flat file (`observations/flat/...`). */
export function officialFile(name: string): string {
  return officialTable(`../${name}`);
}
