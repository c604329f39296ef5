import { type InputProblems, isOfficialTotal, type Problem } from '@kreisweit/domain';
import { countedBytes, fileSource } from '../file/byte-source.ts';
import type { Delimiter } from '../file/csv-line.ts';
import { csvRows } from '../file/csv-rows.ts';
import { legibleProblems } from '../input/legible-problems.ts';
import type { ProblemList } from '../input/problem-list.ts';
import { type RepeatedProblems, repeatedProblems } from '../input/repeated-problems.ts';
import type { Finding, LongRow, LongTable } from '../long/long-table.ts';
import { codeOf, type SdmxHeader, sdmxHeader } from './sdmx-header.ts';
import { isSdmxNumber, type SdmxMeaning, type SdmxValue, sdmxMeaning, sdmxValue } from './sdmx-value.ts';

/** How an SDMX-CSV file is opened: `territory` and `time` name its columns where they are not the usual ones. */
export type OpenSdmxOptions = {
  readonly file?: string;
  readonly signal?: AbortSignal;
  readonly delimiter?: Delimiter;
  readonly territory?: readonly string[] | undefined;
  readonly time?: string | undefined;
};

/** What a row of SDMX-CSV 2.0 does: I, A, R and M deliver a value, D takes one back. */
const DELIVERING: ReadonlySet<string> = new Set(['', 'I', 'A', 'R', 'M']);

/**
 * Opens an SDMX-CSV file, 1.0 or 2.0, with or without labels beside the codes. Its dataflow is the one of its first row.
 *
 * Throws InputProblems when its header lacks what is needed, or when it has no rows.
 */
export async function openSdmxCsv(path: string, options: OpenSdmxOptions = {}): Promise<LongTable> {
  const { file = path, signal, delimiter = ',', territory, time } = options;
  signal?.throwIfAborted();
  const bytes = await fileSource(path);
  const { header, flow } = await readHead(bytes.open(), file, delimiter, {
    ...(territory === undefined ? {} : { territory }),
    ...(time === undefined ? {} : { time }),
  });
  let read = 0;
  let hidden: Hidden | null = null;

  async function* rows(problems: ProblemList): AsyncGenerator<readonly LongRow[]> {
    read = 0;
    const repeated = repeatedProblems(problems);
    hidden = null;
    const rowOf = rowReader({ file, header, flow }, repeated, (line) => {
      hidden = { line: hidden?.line ?? line, count: (hidden?.count ?? 0) + 1 };
    });
    const source = countedBytes(bytes.open(), signal, (length) => (read += length));
    let isHeader = true;
    for await (const block of csvRows(source, { file, delimiter, report: problems.add })) {
      const found: LongRow[] = [];
      for (const [index, cells] of block.rows.entries()) {
        const row = isHeader ? null : rowOf(cells, block.lines[index] ?? 0);
        isHeader = false;
        if (row !== null) found.push(row);
      }
      if (found.length > 0) yield found;
    }
    repeated.flush();
  }

  return {
    format: 'sdmx-csv',
    file,
    code: flow,
    title: flow,
    variables: header.variables.map(({ name }) => name),
    institute: null,
    licence: null,
    retrieved: null,
    notes: [],
    numbers: { decimal: '.' },
    bytes: bytes.size,
    bytesRead: () => read,
    rows,
    findings: () => (hidden === null ? [] : [hiddenFinding(hidden)]),
  };
}

async function readHead(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  delimiter: Delimiter,
  named: { readonly territory?: readonly string[]; readonly time?: string },
): Promise<{ readonly header: SdmxHeader; readonly flow: string }> {
  let header: SdmxHeader | null = null;
  for await (const { lines, rows } of csvRows(bytes, { file, delimiter, report: () => undefined })) {
    let first = rows[0];
    if (header === null) {
      const found = sdmxHeader(rows[0] ?? [], named);
      if ('problems' in found)
        throw unreadable(found.problems.map((problem) => ({ file, line: lines[0], ...problem })));
      header = found;
      first = rows[1];
    }
    if (first !== undefined) return { header, flow: codeOf(first[header.structure] ?? '') };
  }
  throw unreadable([{ file, message: header === null ? 'the file is empty' : 'the file has no rows' }]);
}

type Hidden = { readonly line: number; readonly count: number };

function hiddenFinding({ line, count }: Hidden): Finding {
  const numbers =
    count === 1 ? '1 number is confidential and was' : `${count} numbers are confidential and were`;
  return { line, message: `${numbers} not taken over (OBS_CONF, CONF_STATUS or OBS_STATUS)` };
}

type RowReader = (cells: readonly string[], line: number) => LongRow | null;

function rowReader(
  { file, header, flow }: { readonly file: string; readonly header: SdmxHeader; readonly flow: string },
  repeated: RepeatedProblems,
  hide: (line: number) => void,
): RowReader {
  const { width, structure, action, time, value, territory, variables, labelled } = header;
  const meanings = new Map<string, SdmxMeaning | string>();

  return (cells, line) => {
    const say = (at: number | null, message: string): null => {
      repeated.add(message, { file, line, ...(at === null ? {} : { column: at + 1 }), message });
      return null;
    };
    if (cells.length !== width)
      return say(null, `expected ${width} cells as in the header, found ${cells.length}`);
    const cell = (at: number | null): string => {
      if (at === null) return '';
      const text = (cells[at] ?? '').trim();
      return labelled.has(at) ? codeOf(text) : text;
    };
    const own = codeOf(cells[structure] ?? '');
    if (own !== flow)
      return say(structure, `the row is of ${own}, the file of ${flow}: load them one by one`);
    const doing = cell(action);
    if (!DELIVERING.has(doing)) {
      const message =
        doing === 'D'
          ? 'the row takes a value back (ACTION D), which a file of figures cannot: deliver the whole table without it'
          : `'${doing}' is no ACTION: expected A, I, R or M`;
      return say(action, message);
    }
    const delivered = deliveredValue(cell, line);
    if (typeof delivered === 'string') return say(header.status ?? header.flag, delivered);
    const place = territory.find((at) => !isOfficialTotal(cell(at))) ?? territory[0] ?? 0;
    return {
      line,
      column: value + 1,
      territory: cell(place),
      name: labelled.has(place) ? labelOf(cells[place] ?? '') : '',
      time: cell(time),
      content: '',
      codes: variables.map(({ at }) => cell(at)),
      ...delivered,
      unit: unitOf(cell(header.unit), cell(header.multiplier)),
    };
  };

  function deliveredValue(cell: (at: number | null) => string, line: number): SdmxValue | string {
    const status = cell(header.status);
    const flag = cell(header.flag);
    const confidentiality = cell(header.confidentiality);
    const key = `${status}\u0000${flag}\u0000${confidentiality}`;
    const known = meanings.get(key);
    const meaning = known ?? sdmxMeaning(status, flag, confidentiality);
    if (known === undefined) meanings.set(key, meaning);
    if (typeof meaning === 'string') return meaning;
    const text = cell(value);
    if (meaning.hidden !== null && isSdmxNumber(text)) hide(line);
    return sdmxValue(meaning, text);
  }
}

function labelOf(cell: string): string {
  const end = cell.indexOf(': ');
  return end < 0 ? '' : cell.slice(end + 2).trim();
}

/** `UNIT_MULT` is a power of ten: persons with 3 are counted in thousands, which the unit says as `PS x 10^3`. */
function unitOf(unit: string, multiplier: string): string {
  return multiplier === '' || multiplier === '0' ? unit : `${unit} x 10^${multiplier}`.trim();
}

function unreadable(problems: readonly Problem[]): InputProblems {
  return legibleProblems('The SDMX-CSV file cannot be read', problems);
}
