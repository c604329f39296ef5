import { tooManyColumns } from '../file/too-many-columns.ts';

/**
 * The header of an SDMX-CSV file. Columns count from 0. `labelled` are the columns whose cells hold a code and its label
 * (`labels=both`, `M: Männlich`). `territory` are the columns that hold keys, in the order in which they are looked at.
 */
export type SdmxHeader = {
  readonly version: '1.0' | '2.0';
  readonly width: number;
  readonly structure: number;
  readonly action: number | null;
  readonly time: number;
  readonly value: number;
  readonly status: number | null;
  /** Eurostat's own column of letters, which are not the codes of OBS_STATUS. */
  readonly flag: number | null;
  readonly confidentiality: number | null;
  readonly unit: number | null;
  readonly multiplier: number | null;
  readonly territory: readonly number[];
  readonly variables: readonly { readonly name: string; readonly at: number }[];
  readonly labelled: ReadonlySet<number>;
};

/** What is wrong with a header; `column` counts from 1. */
export type HeaderProblem = { readonly message: string; readonly column?: number };

/** A header that cannot be read. */
export type BrokenHeader = { readonly problems: readonly HeaderProblem[] };

const USUAL_TERRITORY = ['REF_AREA', 'GEO'];

/** Columns that say something of a value but do not tell which value it is. */
const ATTRIBUTES: ReadonlySet<string> = new Set([
  'DECIMALS',
  'TITLE',
  'TITLE_COMPL',
  'OBS_COMMENT',
  'COMMENT_OBS',
  'COMMENT_TS',
  'COMMENT_DSET',
  'TIME_FORMAT',
  'LAST UPDATE',
  'STRUCTURE_NAME',
]);

/** Whether the first cells of a file are those of SDMX-CSV 1.0 (`DATAFLOW`) or 2.0 (`STRUCTURE`). */
export function isSdmxHeader(cells: readonly string[]): boolean {
  const [first = '', second = ''] = cells.map(plain);
  return first === 'DATAFLOW' || (first === 'STRUCTURE' && second === 'STRUCTURE_ID');
}

/** The code of a cell that may hold a label too. */
export function codeOf(cell: string): string {
  const end = cell.indexOf(': ');
  return (end < 0 ? cell : cell.slice(0, end)).trim();
}

function plain(cell: string): string {
  return codeOf(cell).toUpperCase();
}

/**
 * Reads the header of an SDMX-CSV file, or lists what is wrong with it. What is not known as a part of the format or a
 * mere remark counts as a variable, so that no value is taken for another.
 */
export function sdmxHeader(
  cells: readonly string[],
  { territory, time }: { readonly territory?: readonly string[]; readonly time?: string } = {},
): SdmxHeader | BrokenHeader {
  const wide = tooManyColumns(cells.length);
  if (wide !== null) return { problems: [{ message: wide }] };
  const names = cells.map(codeOf);
  const upper = names.map((name) => name.toUpperCase());
  const problems: HeaderProblem[] = [];
  for (const [index, name] of names.entries()) {
    const first = names.indexOf(name);
    if (first !== index)
      problems.push({ column: index + 1, message: `the column '${name}' stands in column ${first + 1} too` });
  }
  const used = new Set<number>();
  const find = (name: string): number | null => {
    const at = upper.indexOf(name);
    if (at < 0) return null;
    used.add(at);
    return at;
  };
  const named = (name: string, what: string): number => {
    const exact = names.indexOf(name);
    const at = exact < 0 ? upper.indexOf(name.toUpperCase()) : exact;
    if (at < 0)
      problems.push({ message: `the column '${name}' (${what}) is missing; there are ${names.join(', ')}` });
    used.add(at);
    return at;
  };
  const version = upper[0] === 'DATAFLOW' ? '1.0' : '2.0';
  const structure = version === '1.0' ? find('DATAFLOW') : find('STRUCTURE_ID');
  find('STRUCTURE');
  const places =
    territory === undefined
      ? usualTerritory(names, find, problems)
      : territory.map((name) => named(name, 'the key of the territory'));
  const header: Omit<SdmxHeader, 'variables'> = {
    version,
    width: cells.length,
    structure: structure ?? 0,
    action: version === '1.0' ? null : find('ACTION'),
    time: named(time ?? 'TIME_PERIOD', 'the time'),
    value: named('OBS_VALUE', 'the value'),
    status: find('OBS_STATUS'),
    flag: find('OBS_FLAG'),
    confidentiality: find('CONF_STATUS') ?? find('OBS_CONF'),
    unit: [upper.indexOf('UNIT_MEASURE'), upper.indexOf('UNIT')].find((at) => at >= 0) ?? null,
    multiplier: find('UNIT_MULT'),
    territory: places,
    labelled: new Set(cells.flatMap((cell, at) => (cell.includes(': ') ? [at] : []))),
  };
  if (problems.length > 0) return { problems };
  const variables = names
    .map((name, at) => ({ name, at }))
    .filter(({ at }) => !used.has(at) && !ATTRIBUTES.has(upper[at] ?? ''));
  return { ...header, variables };
}

function usualTerritory(
  names: readonly string[],
  find: (name: string) => number | null,
  problems: HeaderProblem[],
): readonly number[] {
  const at = USUAL_TERRITORY.map(find).find((found) => found !== null);
  if (at !== undefined && at !== null) return [at];
  const message = `no column is called ${USUAL_TERRITORY.join(' or ')}: name the one that holds the key of the territory in 'territory'; there are ${names.join(', ')}`;
  problems.push({ message });
  return [];
}
