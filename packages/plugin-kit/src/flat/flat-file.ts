import type { InputProblems, Problem, TableLevel } from '@kreisweit/domain';
import { countedBytes, fileSource } from '../file/byte-source.ts';
import type { Delimiter } from '../file/csv-line.ts';
import { csvRows } from '../file/csv-rows.ts';
import { legibleProblems } from '../input/legible-problems.ts';
import type { ProblemList } from '../input/problem-list.ts';
import { repeatedProblems } from '../input/repeated-problems.ts';
import type { Finding, LongRow, LongTable } from '../long/long-table.ts';
import { flatColumns } from './flat-columns.ts';
import { type FlatHeader, flatHeader } from './flat-header.ts';
import { flatRowReader } from './flat-rows.ts';
import { territoryVariables } from './territory-variables.ts';

/**
 * An opened flat file. `territories` are the variables of its first rows that hold keys, `contents` the codes of their
 * values, `timeCode` the variable of their time.
 */
export type FlatFile = LongTable & {
  readonly format: 'genesis-flat';
  readonly territories: readonly string[];
  readonly contents: readonly string[];
  readonly timeCode: string;
};

/**
 * How a flat file is opened: `territory` names the variables that hold keys where they are not the official ones, `time`
 * one that holds the period, `level` the deepest level whose rows are taken.
 */
export type OpenFlatOptions = {
  readonly file?: string;
  readonly signal?: AbortSignal;
  readonly delimiter?: Delimiter;
  readonly territory?: readonly string[] | undefined;
  readonly time?: string | undefined;
  readonly level?: TableLevel | undefined;
};

type Head = { readonly header: FlatHeader; readonly rows: readonly (readonly string[])[] };

/**
 * Opens a flat file of GENESIS (`ffcsv`), of the newer or the older style: its header and first rows are read. The rows of a
 * file may mix territory variables (`DINSG`, `DLAND`, `KREISE`) in one column; all other variables are the same in all rows.
 * The total of the Länder is Germany. A year beside a month or a quarter (`MONAT`, `QUARTG`) is one period.
 *
 * Throws InputProblems when it is no such file, has no rows, or has no or several territories.
 */
export async function openFlatFile(
  path: string,
  { file = path, signal, delimiter = ';', territory, time, level }: OpenFlatOptions = {},
): Promise<FlatFile> {
  signal?.throwIfAborted();
  const bytes = await fileSource(path);
  const isTerritory = (code: string): boolean =>
    territory === undefined ? territoryVariables.has(code) : territory.includes(code);
  const { header, rows: first } = await readHead(bytes.open(), file, delimiter);
  const columns = flatColumns(header, first[0] ?? [], { file, isTerritory, time });
  const code = first[0]?.[header.statistic]?.trim() ?? '';
  const seen = (at: number): readonly string[] => [...new Set(first.map((row) => row[at]?.trim() ?? ''))];
  const findings = new Map<string, Finding>();
  const find = (message: string, line?: number): void => {
    if (!findings.has(message)) findings.set(message, { message, line });
  };
  for (const name of header.unknown) find(`the column '${name}' is not known and has no effect`, 1);
  let read = 0;

  async function* rows(problems: ProblemList): AsyncGenerator<readonly LongRow[]> {
    read = 0;
    const repeated = repeatedProblems(problems);
    const source = countedBytes(bytes.open(), signal, (length) => (read += length));
    const options = { file, delimiter, report: problems.add };
    const head = { file, code, header, columns, isTerritory, level };
    const reader = flatRowReader(head, { problem: repeated.add, finding: find });
    let isHeader = true;
    for await (const block of csvRows(source, options)) {
      const found: LongRow[] = [];
      for (const [index, cells] of block.rows.entries()) {
        const line = block.lines[index] ?? 0;
        if (isHeader) isHeader = false;
        else reader.add(cells, line, found);
      }
      if (found.length > 0) yield found;
    }
    repeated.flush();
    if (level === 'municipality' && reader.deepest() === 'district') {
      const message =
        'the deepest level that the file lists is the district, but the level of the input is the municipality';
      problems.add({ file, message });
    }
  }

  return {
    format: 'genesis-flat',
    file,
    code,
    title: first[0]?.[header.title]?.trim() ?? '',
    variables: columns.others.map((other) => other.code),
    territories: seen(columns.territory.variable),
    contents: header.values.flatMap(({ content }) =>
      typeof content === 'string' ? [content] : seen(content),
    ),
    timeCode: first[0]?.[header.timeCode]?.trim() ?? '',
    institute: null,
    licence: null,
    retrieved: null,
    notes: [],
    numbers: { decimal: ',' },
    bytes: bytes.size,
    bytesRead: () => read,
    rows,
    findings: () => [...findings.values()],
  };
}

/** The header and the rows that come with it in the first block. */
async function readHead(bytes: AsyncIterable<Uint8Array>, file: string, delimiter: Delimiter): Promise<Head> {
  let header: FlatHeader | null = null;
  for await (const { lines, rows } of csvRows(bytes, { file, delimiter, report: () => undefined })) {
    let first = rows;
    if (header === null) {
      const read = flatHeader(rows[0] ?? []);
      if ('problems' in read)
        throw unreadable(read.problems.map((problem) => ({ file, line: lines[0], ...problem })));
      header = read;
      first = rows.slice(1);
    }
    const { width } = header;
    const whole = first.filter((row) => row.length === width);
    if (whole.length > 0) return { header, rows: whole };
    if (first.length > 0) {
      const message = `expected ${width} cells as in the header, found ${first[0]?.length}`;
      throw unreadable([{ file, line: lines[rows.length - first.length], message }]);
    }
  }
  throw unreadable([{ file, message: header === null ? 'the file is empty' : 'the file has no rows' }]);
}

function unreadable(problems: readonly Problem[]): InputProblems {
  return legibleProblems('The flat file cannot be read', problems);
}
