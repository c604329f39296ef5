import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Problem } from '@kreisweit/domain';
import { type ByteSource, fileSource } from '../file/byte-source.ts';
import { legibleProblems } from '../input/legible-problems.ts';
import { type ProblemList, problemList } from '../input/problem-list.ts';
import type { Finding, LongTable } from '../long/long-table.ts';
import { columnLetter } from '../xlsx/column-letter.ts';
import { readWorkbook } from '../xlsx/read-workbook.ts';
import { isOldOffice, isZip } from '../xlsx/refused-workbook.ts';
import { inMebibytes, workbookLimits } from '../xlsx/workbook-limits.ts';
import { csvDelimiter, csvSheet } from './csv-sheet.ts';
import { figureRows } from './figure-rows.ts';
import type { FigureSheet } from './figure-sheet.ts';
import type { FigureTable } from './figure-table.ts';
import { numberFormat, type Separator } from './number-format.ts';
import type { OwnFiguresRow } from './own-figures-row.ts';
import { type HeaderProblem, sheetHeader } from './sheet-header.ts';
import { isTemplateSheet } from './template-sheets.ts';
import { workbookFigures } from './workbook-figures.ts';

/**
 * An opened file of own figures. `plugin` is the plug-in that the full keys in its measure column name (`opening/staff`); null
 * when none does, or several do. Its variables are the keys of the dimensions, and the codes the texts below them.
 */
export type OwnFiguresFile = Omit<LongTable, 'rows'> & {
  readonly format: 'own-figures';
  readonly plugin: string | null;
  readonly rows: (problems: ProblemList) => AsyncIterable<readonly OwnFiguresRow[]>;
};

/** How it is opened: `file` names it in messages (the path by default), `sizeLimit` is in bytes (20 MiB by default). */
export type OpenOwnFiguresOptions = {
  readonly file?: string;
  readonly signal?: AbortSignal;
  readonly sizeLimit?: number;
};

/**
 * Opens own figures: a CSV file (`;`, `,` or tab, UTF-8 or Windows-1252) or an Excel workbook, all of whose sheets with the
 * header of such a table are read. The columns are known by their German or English names, in any order.
 *
 * Throws InputProblems when the file cannot be read, is too large, or its header is not sound.
 */
export async function openOwnFigures(
  path: string,
  { file = path, signal, sizeLimit = workbookLimits.fileBytes }: OpenOwnFiguresOptions = {},
): Promise<OwnFiguresFile> {
  signal?.throwIfAborted();
  const source = await fileSource(path);
  if ((source.size ?? 0) > sizeLimit) {
    const message = `the file has ${inMebibytes(source.size ?? 0)}, more than ${inMebibytes(sizeLimit)}: split it`;
    throw legibleProblems('The file cannot be read', [{ file, message }]);
  }
  const { sheets, separator } = await sheetsOf(source, path, { file, sizeLimit });
  signal?.throwIfAborted();
  const { tables, findings: noticed } = tablesOf(sheets, file);
  const variables = [
    ...new Set(tables.flatMap(({ places }) => places.dimensions.map(({ dimension }) => dimension))),
  ];
  const numbers = numberFormat(cellsBelow(tables, 'value'), separator);
  const plugin = namedPlugin(tables);
  const lineCount = tables.reduce((sum, { sheet }) => sum + sheet.lines.length, 0);
  let findings: readonly Finding[] = noticed;
  let read = 0;

  async function* rows(problems: ProblemList): AsyncGenerator<readonly OwnFiguresRow[]> {
    read = 0;
    const found: Finding[] = [...noticed];
    findings = found;
    const hear = { problem: problems.add, finding: (finding: Finding) => found.push(finding) };
    for (const table of tables) {
      for (const block of figureRows(table, { variables, numbers }, hear)) {
        signal?.throwIfAborted();
        read += block.length;
        yield block;
      }
    }
    read = lineCount;
  }

  return {
    format: 'own-figures',
    file,
    code: plugin ?? '',
    title: basename(path),
    plugin,
    variables,
    institute: null,
    licence: null,
    retrieved: null,
    notes: [],
    numbers,
    bytes: source.size,
    bytesRead: () => Math.floor(((source.size ?? 0) * read) / Math.max(1, lineCount)),
    rows,
    findings: () => findings,
  };
}

async function sheetsOf(
  source: ByteSource,
  path: string,
  { file, sizeLimit }: { readonly file: string; readonly sizeLimit: number },
): Promise<{ readonly sheets: readonly FigureSheet[]; readonly separator: Separator }> {
  const start = await firstBytes(source);
  if (isZip(start) || isOldOffice(start)) {
    const workbook = await readWorkbook(await readFile(path), file, {
      ...workbookLimits,
      fileBytes: sizeLimit,
    });
    return { sheets: workbook.map(workbookFigures), separator: 'workbook' };
  }
  const delimiter = await csvDelimiter(source.open, file);
  if (delimiter === null) return { sheets: [], separator: ';' };
  const problems = problemList('The file cannot be read');
  const sheet = await csvSheet(source.open, { file, delimiter, report: problems.add });
  problems.throwIfAny();
  return { sheets: [sheet], separator: delimiter };
}

async function firstBytes({ open }: ByteSource): Promise<Uint8Array> {
  for await (const chunk of open()) return chunk;
  return new Uint8Array();
}

/** The sheets that hold figures. Throws when there is none, and when a header is not sound. */
function tablesOf(
  sheets: readonly FigureSheet[],
  file: string,
): { readonly tables: readonly FigureTable[]; readonly findings: readonly Finding[] } {
  const found = sheets.map((sheet) => ({ sheet, header: sheetHeader(sheet) }));
  const several = found.filter(({ header }) => header !== null).length > 1;
  const problems: Problem[] = [];
  const tables: FigureTable[] = [];
  const findings: Finding[] = [];
  for (const { sheet, header } of found) {
    if (header === null) {
      const isKnown = sheet.lines.length === 0 || (sheet.name !== null && isTemplateSheet(sheet.name));
      if (!isKnown) findings.push({ message: `the sheet '${sheet.name}' holds no figures; it was not read` });
      continue;
    }
    const place = several ? `${file} [${sheet.name}]` : file;
    if ('places' in header) {
      tables.push({ sheet, header, places: header.places, file: place });
      continue;
    }
    for (const problem of header.problems) problems.push(headerProblem(problem, sheet, header.line, place));
  }
  if (tables.length === 0 && problems.length === 0) {
    const message =
      'no header with the columns Schlüssel, Zeitraum, Merkmal and Wert (or key, period, measure and value) was found';
    problems.push({ file, message });
  }
  if (problems.length > 0) throw legibleProblems('The file is no table of own figures', problems);
  return { tables, findings };
}

function headerProblem(
  { message, column }: HeaderProblem,
  { name }: FigureSheet,
  line: number,
  file: string,
): Problem {
  const shown = column === undefined || name === null ? column : columnLetter(column);
  return { file, line, column: shown, message };
}

/** The texts of a column below all headers. */
function* cellsBelow(tables: readonly FigureTable[], column: 'measure' | 'value'): Generator<string> {
  for (const { sheet, header, places } of tables) {
    for (let index = header.index + 1; index < sheet.lines.length; index++) {
      const { kind, text } = sheet.cell(index, places[column]);
      if (kind === 'text') yield text;
    }
  }
}

/** The plug-in of the full keys in the measure column. */
function namedPlugin(tables: readonly FigureTable[]): string | null {
  const plugins = new Set<string>();
  for (const measure of new Set(cellsBelow(tables, 'measure'))) {
    const plugin = /^\s*([a-z0-9]+(?:-[a-z0-9]+)*)\/\w+\s*$/.exec(measure)?.[1];
    if (plugin !== undefined) plugins.add(plugin);
  }
  const [plugin = null] = plugins;
  return plugins.size === 1 ? plugin : null;
}
