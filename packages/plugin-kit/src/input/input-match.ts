import { InputProblems } from '@kreisweit/domain';
import type {
  CodedInput,
  GenesisInput,
  InputDefinition,
  OwnFiguresInput,
} from '../definition/input-definition.ts';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import { formatTitles, type SniffedFile } from '../file/sniff-file.ts';
import { openFlatFile } from '../flat/flat-file.ts';
import { isDeeper, territoryVariables } from '../flat/territory-variables.ts';
import { type GenesisTable, openGenesisTable } from '../genesis/genesis-table.ts';
import { openJsonStat } from '../json-stat/json-stat-file.ts';
import type { LongTable } from '../long/long-table.ts';
import { type OwnFiguresFile, openOwnFigures } from '../own-figures/own-figures-file.ts';
import { openSdmxCsv } from '../sdmx/sdmx-file.ts';
import { problemList } from './problem-list.ts';

/** A file, opened for an input. */
export type OpenedFile =
  | { readonly reader: 'genesis'; readonly definition: GenesisInput; readonly table: GenesisTable }
  | { readonly reader: 'coded'; readonly definition: CodedInput; readonly table: LongTable }
  | { readonly reader: 'own-figures'; readonly definition: OwnFiguresInput; readonly table: OwnFiguresFile };

/** An input that a file fits. Of several, those with the lowest `distance` fit best. */
export type InputMatch = OpenedFile & {
  readonly plugin: IndicatorPlugin;
  readonly input: string;
  readonly distance: number;
};

/**
 * The inputs that a file fits. `found` is what the file says it is; `misfits` say why inputs of its format do not fit;
 * `problems` are those of the file itself, where it could not be opened for an input that is meant.
 */
export type InputMatches = {
  readonly found: string;
  readonly matches: readonly InputMatch[];
  readonly misfits: readonly string[];
  readonly problems: InputProblems | null;
};

type Known = Exclude<SniffedFile, { readonly format: 'unknown' }>;

type Candidate<D> = { readonly plugin: IndicatorPlugin; readonly input: string; readonly definition: D };

type Options = { readonly signal?: AbortSignal | undefined };

/** The inputs of some plug-ins that a file fits, by its own header. */
export async function matchInputs(
  plugins: readonly IndicatorPlugin[],
  path: string,
  file: Known,
  options: Options,
): Promise<InputMatches> {
  switch (file.format) {
    case 'genesis':
      return matchClassic(candidatesOf<GenesisInput>(plugins, 'genesis'), path, options);
    case 'own-figures':
      return matchOwnFigures(candidatesOf<OwnFiguresInput>(plugins, 'own-figures'), path, options);
    case 'json-stat':
      return matchJsonStat(candidatesOf<CodedInput>(plugins, 'json-stat'), path, options);
    default:
      return matchCoded(candidatesOf<CodedInput>(plugins, file.format), path, file, options);
  }
}

function candidatesOf<D extends InputDefinition>(
  plugins: readonly IndicatorPlugin[],
  reader: D['reader'],
): readonly Candidate<D>[] {
  return plugins.flatMap((plugin) =>
    Object.entries(plugin.inputs).flatMap(([input, definition]) =>
      definition.reader === reader ? [{ plugin, input, definition: definition as D }] : [],
    ),
  );
}

async function matchClassic(
  candidates: readonly Candidate<GenesisInput>[],
  path: string,
  { signal }: Options,
): Promise<InputMatches> {
  const table = await openGenesisTable(path, signal === undefined ? {} : { signal });
  const fitting = candidates.filter(({ definition }) => definition.table === table.code);
  return {
    found: `table ${table.code} '${table.title}'`,
    matches: fitting.map((candidate) => ({ ...candidate, reader: 'genesis', table, distance: 0 })),
    misfits: [],
    problems: null,
  };
}

type CodedFile = Extract<Known, { readonly format: 'genesis-flat' | 'sdmx-csv' }>;

/** A flat file only says its statistic, with which the code of the table begins. */
async function matchCoded(
  candidates: readonly Candidate<CodedInput>[],
  path: string,
  file: CodedFile,
  options: Options,
): Promise<InputMatches> {
  const isNamed = ({ definition: { table } }: Candidate<CodedInput>): boolean =>
    file.format === 'genesis-flat' ? table.split('-')[0] === file.code : table === file.code;
  const named = candidates.filter(isNamed);
  const found = `${formatTitles[file.format]} ${file.code === '' ? 'that does not say its code' : file.code}`;
  return { found, ...(await fitting(named, (definition) => openCoded(path, file, definition, options))) };
}

async function openCoded(
  path: string,
  { format, delimiter }: CodedFile,
  { territory, time, level }: CodedInput,
  { signal }: Options,
): Promise<LongTable> {
  const given = { ...(signal === undefined ? {} : { signal }), delimiter, territory, time };
  return format === 'sdmx-csv' ? openSdmxCsv(path, given) : openFlatFile(path, { ...given, level });
}

async function matchJsonStat(
  candidates: readonly Candidate<CodedInput>[],
  path: string,
  { signal }: Options,
): Promise<InputMatches> {
  const table = await openJsonStat(path, signal === undefined ? {} : { signal });
  const named = candidates.filter(({ definition }) => table.names.includes(definition.table));
  const names = table.names.map((name) => `'${name}'`).join(' or ');
  const found = `${formatTitles['json-stat']} ${names}`;
  return { found, ...(await fitting(named, async (definition) => table.withRoles(definition))) };
}

/** Opens a file for each of some inputs. */
async function fitting(
  candidates: readonly Candidate<CodedInput>[],
  openFor: (definition: CodedInput) => Promise<LongTable>,
): Promise<Omit<InputMatches, 'found'>> {
  const matches: InputMatch[] = [];
  const misfits: string[] = [];
  let problems: InputProblems | null = null;
  for (const candidate of candidates) {
    try {
      const table = await openFor(candidate.definition);
      const fit = fitOf(table, candidate.definition);
      if (typeof fit === 'number') matches.push({ ...candidate, reader: 'coded', table, distance: fit });
      else misfits.push(`${candidate.plugin.id}/${candidate.input}: ${fit}`);
    } catch (error) {
      if (!(error instanceof InputProblems)) throw error;
      problems ??= error;
    }
  }
  return { matches, misfits, problems };
}

/** How far the variables of a file are from those of an input, or why it does not fit. */
function fitOf(table: LongTable, { values, ignored = [], level }: CodedInput): number | string {
  const named = new Set(
    [...(values ?? []), ...ignored].flatMap((entry) => [
      ...Object.keys(entry.where ?? {}),
      ...('dimensions' in entry ? Object.keys(entry.dimensions ?? {}) : []),
    ]),
  );
  const missing = [...named].filter((variable) => !table.variables.includes(variable));
  const has = table.variables.length === 0 ? 'none' : table.variables.join(', ');
  if (missing.length > 0) return `the file has no variable ${missing.join(', ')}; it has ${has}`;
  const spare = table.variables.filter((variable) => !named.has(variable)).length;
  if (!('contents' in table) || values === undefined) return spare;
  const { contents, territories } = table as Awaited<ReturnType<typeof openFlatFile>>;
  const wanted = values.flatMap(({ content }) => (content === undefined ? [] : [content]));
  const isAny = wanted.length < values.length || wanted.some((content) => contents.includes(content));
  if (!isAny) return `expected the values ${wanted.join(', ')}, found ${contents.join(', ')}`;
  const levels = territories.map((variable) => territoryVariables.get(variable) ?? 'country');
  const listsMunicipalities = levels.some((own) => isDeeper(own, 'district'));
  return spare + (listsMunicipalities === (level === 'municipality') ? 0 : 0.5);
}

async function matchOwnFigures(
  candidates: readonly Candidate<OwnFiguresInput>[],
  path: string,
  { signal }: Options,
): Promise<InputMatches> {
  const table = await openOwnFigures(path, signal === undefined ? {} : { signal });
  const meant = candidates.filter(({ plugin }) => table.plugin === null || table.plugin === plugin.id);
  const found = `own figures${table.plugin === null ? '' : ` of the plug-in ${table.plugin}`}`;
  const toMatch = (candidate: Candidate<OwnFiguresInput>): InputMatch => ({
    ...candidate,
    reader: 'own-figures',
    table,
    distance: 0,
  });
  if (meant.length < 2) return { found, matches: meant.map(toMatch), misfits: [], problems: null };
  const named = await firstMeasures(table);
  const fitting = meant.filter((candidate) => measuresOf(candidate).some((name) => named.has(name)));
  const misfits =
    fitting.length > 0
      ? []
      : [`none has the measures ${[...named].slice(0, 5).join(', ')} of its first rows`];
  return { found, matches: fitting.map(toMatch), misfits, problems: null };
}

async function firstMeasures(table: OwnFiguresFile): Promise<ReadonlySet<string>> {
  for await (const rows of table.rows(problemList('The file cannot be read'))) {
    return new Set(rows.map(({ content }) => content));
  }
  return new Set();
}

/** The names, keys and titles of the measures that an input takes. */
function measuresOf({ plugin, definition }: Candidate<OwnFiguresInput>): readonly string[] {
  const statistic = definition.statistic ?? Object.keys(plugin.statistics)[0];
  return Object.entries(plugin.measures).flatMap(([name, { title, statistic: own }]) => {
    const isTaken = definition.measures?.includes(name) ?? (own === undefined || own === statistic);
    return isTaken ? [name, `${plugin.id}/${name}`, title.de, title.en] : [];
  });
}
