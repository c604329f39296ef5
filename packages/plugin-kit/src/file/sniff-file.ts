import { open } from 'node:fs/promises';
import { InputProblems } from '@kreisweit/domain';
import { flatHeader, isFlatHeader } from '../flat/flat-header.ts';
import type { LongFormat } from '../long/long-table.ts';
import { columnRole } from '../own-figures/own-columns.ts';
import { codeOf, isSdmxHeader } from '../sdmx/sdmx-header.ts';
import { fileSource } from './byte-source.ts';
import { csvLine, type Delimiter } from './csv-line.ts';
import { delimiterOf } from './delimiter.ts';
import { fileSignature } from './file-signature.ts';
import { textBlocks } from './text-blocks.ts';

/** The formats of files: a classic table, or one value a row. */
export type FileFormat = 'genesis' | LongFormat;

/**
 * What a file is by its first bytes and lines. `code` is how it names itself, where the first lines say so: the table, the
 * statistic of a flat file, the dataflow. A workbook can only hold own figures. What is `unknown` says in `message`
 * what it looks like and what to do.
 */
export type SniffedFile =
  | { readonly format: 'genesis'; readonly code: string }
  | { readonly format: 'genesis-flat' | 'sdmx-csv'; readonly code: string; readonly delimiter: Delimiter }
  | { readonly format: 'json-stat' }
  | { readonly format: 'own-figures'; readonly container: 'csv' | 'xlsx' }
  | { readonly format: 'unknown'; readonly message: string; readonly line?: number };

const HEAD = 64 * 1024;
const LINES_WITH_HEADER = 10;
const SHOWN = 60;

/** Names of formats for people. */
export const formatTitles: Readonly<Record<FileFormat, string>> = Object.freeze({
  genesis: 'classic GENESIS table (CSV)',
  'genesis-flat': 'flat file of GENESIS (ffcsv)',
  'sdmx-csv': 'SDMX-CSV',
  'json-stat': 'JSON-stat',
  'own-figures': 'own figures (CSV or XLSX)',
});

/**
 * Looks at the beginning of a file and says in which format it is. Only its first 64 KB are read, and its end where
 * they leave a doubt. Throws InputProblems when the file cannot be opened.
 */
export async function sniffFile(path: string): Promise<SniffedFile> {
  const { size } = await fileSource(path);
  const head = await part(path, 0);
  if (head.length === 0) return unknown('the file is empty');
  const signature = fileSignature(head);
  if (signature?.kind === 'zip') return sniffZip(path, size ?? 0, head);
  if (signature !== null) return unknown(signature.message);
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return sniffJson(path, size ?? 0, head);
  if (start.startsWith('<')) return unknown(markup(start));
  const lines = await firstLines(head, head.length < (size ?? 0), path);
  return Array.isArray(lines) ? sniffText(lines) : unknown(String(lines));
}

async function part(path: string, position: number): Promise<Uint8Array> {
  await using file = await open(path);
  const buffer = new Uint8Array(HEAD);
  const { bytesRead } = await file.read(buffer, 0, HEAD, position);
  return buffer.subarray(0, bytesRead);
}

async function sniffZip(path: string, size: number, head: Uint8Array): Promise<SniffedFile> {
  const end = await part(path, Math.max(0, size - HEAD));
  const names = Buffer.concat([head, end]).toString('latin1');
  if (names.includes('xl/workbook')) return { format: 'own-figures', container: 'xlsx' };
  return unknown('the file is a ZIP archive: unpack it, and load the files in it one by one');
}

async function sniffJson(path: string, size: number, head: Uint8Array): Promise<SniffedFile> {
  const text = Buffer.concat([head, size > HEAD ? await part(path, size - HEAD) : head]).toString('latin1');
  const kind = /"class"\s*:\s*"(\w+)"/.exec(text)?.[1];
  if (kind === 'dataset') return { format: 'json-stat' };
  if (kind !== undefined)
    return unknown(`the file is a JSON-stat ${kind}: download the dataset itself (class dataset)`);
  const hint = text.includes('"dimension"') ? ' (an older JSON-stat? Download it as version 2.0)' : '';
  return unknown(`the file is JSON, but no JSON-stat 2.0 with "class": "dataset"${hint}`);
}

function markup(start: string): string {
  if (/^<(?:!doctype html|html)/i.test(start)) {
    return 'the file is a web page, not a table: the download has failed (is a login needed?)';
  }
  return 'the file is XML: download the data as SDMX-CSV, JSON-stat or CSV';
}

async function firstLines(
  head: Uint8Array,
  isCut: boolean,
  path: string,
): Promise<readonly string[] | string> {
  const end = isCut ? head.lastIndexOf(10) : head.length;
  if (end < 0) return `the first line is longer than ${HEAD} bytes: this is no table`;
  try {
    const blocks = await Array.fromAsync(textBlocks(once(head.subarray(0, end)), path));
    return blocks.flatMap(({ lines }) => lines);
  } catch (error) {
    if (error instanceof InputProblems) return error.problems[0]?.message ?? error.message;
    throw error;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function sniffText(lines: readonly string[]): SniffedFile {
  const [first = ''] = lines;
  const table = /^GENESIS-Tabelle:\s*([^\s;]+)/.exec(first)?.[1];
  if (table !== undefined) return { format: 'genesis', code: table };
  const coded = sniffCoded(lines);
  if (coded !== null) return coded;
  if (isOwnFigures(lines)) return { format: 'own-figures', container: 'csv' };
  const found = first.length > SHOWN ? `${first.slice(0, SHOWN)}...` : first;
  const known = Object.values(formatTitles).join(', ');
  return {
    ...unknown(`the format is not known: the file begins with '${found}'; known are ${known}`),
    line: 1,
  };
}

function sniffCoded(lines: readonly string[]): SniffedFile | null {
  const at = lines.findIndex((line) => line.trim() !== '');
  const header = lines[at] ?? '';
  const delimiter = delimiterOf(header);
  if (delimiter === null) return null;
  const cells = csvLine(header, delimiter) ?? [];
  const isFlat = isFlatHeader(cells);
  if (!isFlat && !isSdmxHeader(cells)) return null;
  const row = csvLine(lines.slice(at + 1).find((line) => line.trim() !== '') ?? '', delimiter) ?? [];
  if (isFlat) {
    const read = flatHeader(cells);
    const column = 'problems' in read ? 0 : read.statistic;
    return { format: 'genesis-flat', code: row[column]?.trim() ?? '', delimiter };
  }
  const structure = codeOf(cells[0] ?? '').toUpperCase() === 'DATAFLOW' ? 0 : 1;
  return { format: 'sdmx-csv', code: codeOf(row[structure] ?? ''), delimiter };
}

/** A header of own figures has at least two of its columns, one of them the key, the measure or the value. */
function isOwnFigures(lines: readonly string[]): boolean {
  return lines.slice(0, LINES_WITH_HEADER).some((line) => {
    const delimiter = delimiterOf(line);
    const cells = delimiter === null ? [] : (csvLine(line, delimiter) ?? []);
    const kinds = new Set(cells.map((cell) => columnRole(cell)?.kind));
    kinds.delete(undefined);
    return kinds.size >= 2 && (kinds.has('key') || kinds.has('measure') || kinds.has('value'));
  });
}

function unknown(message: string): { readonly format: 'unknown'; readonly message: string } {
  return { format: 'unknown', message };
}
