import type { InputProblems, Problem } from '@kreisweit/domain';
import { type ByteSource, countedBytes, fileSource, streamSource } from '../file/byte-source.ts';
import { csvLine, OPEN_QUOTE } from '../file/csv-line.ts';
import { decodePart, type TextBlock, textBlocks } from '../file/text-blocks.ts';
import { legibleProblems } from '../input/legible-problems.ts';
import { type ProblemList, problemList } from '../input/problem-list.ts';
import { type TableDate, tableDate } from './table-date.ts';
import { type TableFooter, tableFooter } from './table-footer.ts';
import { FOOTER_MARK, MOST_HEADER_LINES, type TableHeader, tableHeader } from './table-header.ts';

/**
 * A row of a table. `cells` are all cells of the line as they stand there: the value of a column is
 * `cells[column - 1]`. `date` is set where the table dates its rows, else the column or the table says it.
 */
export type TableRow = {
  readonly line: number;
  readonly date: TableDate | null;
  readonly key: string;
  readonly name: string;
  readonly categories: readonly string[];
  readonly cells: readonly string[];
};

/** An opened classic GENESIS table: its header is read, its rows are not yet. */
export type GenesisTable = Omit<TableHeader, 'lastLine'> & {
  readonly file: string;
  /** The preamble as one line, up to its regional depth. */
  readonly title: string;
  /** Size in bytes; null for a stream. */
  readonly bytes: number | null;
  /** Bytes read so far by `rows`. */
  readonly bytesRead: () => number;
  /**
   * All rows, in blocks of some hundreds, with constant memory. Problems go to `problems`, whose owner throws them;
   * without one they are thrown together after the last row. A file can be read several times, a stream once.
   */
  readonly rows: (problems?: ProblemList) => AsyncIterable<readonly TableRow[]>;
  /** What stands below the rows. Known at once for a file; for a stream only after its rows have been read. */
  readonly footer: () => Promise<TableFooter>;
};

/** How a table is opened: `file` names it in messages (the path by default), `signal` stops reading. */
export type OpenOptions = { readonly file?: string; readonly signal?: AbortSignal };

const LONGEST_FOOTER = 256 * 1024;
const MOST_FOOTER_LINES = 10_000;

/**
 * Opens a table as the statistical offices of the Länder publish it (GENESIS, CSV): UTF-8 or Windows-1252, a
 * preamble, header lines, rows, `__________`, a footer. Reads the header and, of a file, the footer.
 *
 * Throws InputProblems when it is no such table or when the end of the file is missing.
 */
export async function openGenesisTable(
  source: string | AsyncIterable<Uint8Array>,
  { file = typeof source === 'string' ? source : 'the table', signal }: OpenOptions = {},
): Promise<GenesisTable> {
  signal?.throwIfAborted();
  const bytes = typeof source === 'string' ? await fileSource(source) : streamSource(source);
  const header = await readHeader(bytes, file);
  const tail = await bytes.tail(LONGEST_FOOTER);
  let footer = tail === null ? null : footerOf(linesBelowMark(tail, file));
  if (typeof footer === 'string') throw unreadable({ file, message: footer });
  let read = 0;

  async function* rows(given?: ProblemList): AsyncGenerator<readonly TableRow[]> {
    const problems = given ?? problemList('The table cannot be read');
    read = 0;
    let below: string[] | null = null;
    for await (const block of textBlocks(
      countedBytes(bytes.open(), signal, (length) => (read += length)),
      file,
    )) {
      if (below !== null) {
        below.push(...block.lines);
        if (below.length > MOST_FOOTER_LINES) throw unreadable({ file, message: 'the footer does not end' });
        continue;
      }
      const mark = block.lines.findIndex((line) => line.startsWith(FOOTER_MARK));
      if (mark >= 0) below = block.lines.slice(mark + 1);
      const found = rowsOf(block, mark < 0 ? block.lines.length : mark, header, (problem) =>
        problems.add({ file, ...problem }),
      );
      if (found.length > 0) yield found;
    }
    if (below?.some((line) => line.startsWith(FOOTER_MARK))) {
      const message = `found '${FOOTER_MARK}' twice: two tables in one file? Load them one by one`;
      problems.add({ file, message });
    }
    footer ??= footerOf(below);
    if (typeof footer === 'string') problems.add({ file, message: footer });
    if (given === undefined) problems.throwIfAny();
  }

  const { lastLine: _, ...described } = header;
  return {
    ...described,
    file,
    title: titleOf(header.preamble),
    bytes: bytes.size,
    bytesRead: () => read,
    rows,
    footer: async () => {
      if (footer !== null && typeof footer !== 'string') return footer;
      throw new Error('the footer of a stream is known only after all of its rows have been read');
    },
  };
}

async function readHeader(bytes: ByteSource, file: string): Promise<TableHeader> {
  const lines: string[] = [];
  for await (const block of textBlocks(bytes.open(), file)) {
    lines.push(...block.lines.slice(0, MOST_HEADER_LINES));
    const header = tableHeader(lines);
    if (header === null) continue;
    if ('code' in header) return header;
    throw unreadable({ file, ...header });
  }
  if (lines.length === 0) throw unreadable({ file, message: 'the file is empty' });
  throw unreadable({ file, line: lines.length, message: 'the file ends before the first row' });
}

/** The lines below the mark in the last bytes of a file; null without one. */
function linesBelowMark(tail: Uint8Array, file: string): readonly string[] | null {
  const at = Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength).lastIndexOf(`\n${FOOTER_MARK}`);
  if (at < 0) return null;
  return decodePart(tail.subarray(at + 1), file).slice(1);
}

function footerOf(lines: readonly string[] | null): TableFooter | string {
  if (lines !== null) return tableFooter(lines);
  return `expected a line '${FOOTER_MARK}' and a footer at its end: the file is cut off; download it again`;
}

function unreadable(problem: Problem): InputProblems {
  return legibleProblems('The table cannot be read', [problem]);
}

function rowsOf(
  { firstLine, lines }: TextBlock,
  end: number,
  header: TableHeader,
  report: (problem: { readonly line: number; readonly column?: number; readonly message: string }) => void,
): readonly TableRow[] {
  const { width, lastLine, datedRows, categoryColumns } = header;
  const keyAt = datedRows ? 1 : 0;
  const rows: TableRow[] = [];
  for (let index = Math.max(0, lastLine + 1 - firstLine); index < end; index++) {
    const text = lines[index] ?? '';
    if (text === '') continue;
    const line = firstLine + index;
    const cells = csvLine(text);
    if (cells === null) {
      report({ line, message: OPEN_QUOTE });
      continue;
    }
    if (cells.length !== width) {
      report({ line, message: `expected ${width} cells as in the header, found ${cells.length}` });
      continue;
    }
    const date = datedRows ? tableDate(cells[0] ?? '') : null;
    if (datedRows && date === null) {
      report({ line, column: 1, message: `expected a date or a year, found '${cells[0]}'` });
      continue;
    }
    rows.push({
      line,
      date,
      key: (cells[keyAt] ?? '').trim(),
      name: (cells[keyAt + 1] ?? '').trim(),
      categories: categoryColumns.map((column) => (cells[column - 1] ?? '').trim().replace(/\s+/g, ' ')),
      cells,
    });
  }
  return rows;
}

function titleOf(preamble: readonly string[]): string {
  const [title = ''] = preamble.join(' ').split('regionale Tiefe');
  return title.trim();
}
