import { officialLines } from './official-file.ts';

/**
 * The keys in the rows of a classic GENESIS table, each once: everything in the column of `DG` from the row of
 * Germany down to the line that begins the footer.
 */
export function classicTableKeys(path: string): readonly string[] {
  const rows = officialLines(path).map((line) => line.split(';', 3));
  const first = rows.findIndex((row) => row.includes('DG'));
  const end = rows.findIndex((row) => row[0]?.startsWith('____'));
  const column = rows[first]?.indexOf('DG') ?? -1;
  if (column === -1 || end <= first)
    throw new Error(`${path} is no classic table: it has no row of Germany or no footer`);
  return distinct(rows.slice(first, end).map((row) => row[column] ?? ''));
}

/** The keys in the rows of a flat table, each once. */
export function flatTableKeys(path: string): readonly string[] {
  const [header = '', ...lines] = officialLines(path);
  const column = header.split(';').indexOf('1_variable_attribute_code');
  if (column === -1) throw new Error(`${path} is no flat table: its header has no 1_variable_attribute_code`);
  return distinct(lines.map((line) => line.split(';', column + 1)[column] ?? ''));
}

function distinct(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)];
}
