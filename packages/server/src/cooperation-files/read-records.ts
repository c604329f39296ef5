import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { CooperationRecords } from './cooperation-file.ts';
import { readJsonRecords } from './read-json-records.ts';
import { readTableRecords } from './read-table-records.ts';
import type { RecordFormat } from './record-format.ts';

/** The forms in which a file may hold records. */
export const fileForms = ['json', 'csv', 'xlsx'] as const;

export type FileForm = (typeof fileForms)[number];

/**
 * Reads the records of a file: JSON where its name ends so, else a table, CSV or a workbook, whatever its name. Throws InputProblems with
 * everything that is wrong with it.
 */
export async function readRecords<T, Row>(
  format: RecordFormat<T, Row>,
  path: string,
): Promise<CooperationRecords<T>> {
  const [file, bytes] = [basename(path), await readFile(path)];
  if (extname(path).toLowerCase() === '.json') return readJsonRecords(format, bytes.toString('utf8'), file);
  return await readTableRecords(format, bytes, file);
}
