import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DATA = new URL('../../../../../../shared/data/', import.meta.url);

/** The bytes of a file of official data, by its path inside `../shared/data`. Throws when it is not there. */
export function officialFile(path: string): Buffer {
  const file = fileURLToPath(new URL(path, DATA));
  if (!existsSync(file)) {
    throw new Error(
      `${file} is missing: link the folder 'shared' with the official data beside the repository`,
    );
  }
  return readFileSync(file);
}

/** The lines of a text file of official data: UTF-8 with or without a byte order mark, else Latin-1. */
export function officialLines(path: string): readonly string[] {
  const bytes = officialFile(path);
  const text = isUtf8(bytes) ? new TextDecoder().decode(bytes) : bytes.toString('latin1');
  return text.split(/\r?\n/).filter((line) => line !== '');
}
