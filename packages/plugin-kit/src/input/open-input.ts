import type { BoundaryNote, DeliveredObservation, InputProblems, TableLevel } from '@kreisweit/domain';
import type { InputDefinition } from '../definition/input-definition.ts';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import { type FileFormat, formatTitles, type SniffedFile, sniffFile } from '../file/sniff-file.ts';
import type { Finding } from '../long/long-table.ts';
import { bestMatches } from './find-inputs.ts';
import { type InputMatch, matchInputs } from './input-match.ts';
import { legibleProblems, legibleText } from './legible-problems.ts';
import type { Log } from './log.ts';
import type { Reading } from './reading.ts';
import type { ReadingAccount } from './reading-account.ts';
import { readingOf } from './reading-of.ts';

/**
 * A file that a plug-in takes in, matched to one of its inputs and ready to be read.
 *
 * `input` and `statistic` are the plug-in's own names, as `measure` of the observations is. `table` is how the file is
 * known (the table, the dataflow ...). A `full` file withdraws what it no longer contains; a `partial` one, own
 * figures, never withdraws what others delivered by leaving it out. `retrieved` is the local time at which the institute made
 * the file. `bytes` is the size of the file, `progress` how many bytes `batches` has read. `batches` yields about ten
 * thousand observations at a time and throws InputProblems at the end when anything is wrong: what was yielded before must
 * then be thrown away. `account` says what became of all values, `findings` what a person should know of the file; both are
 * complete after the last batch.
 */
export type OpenedInput = {
  readonly plugin: string;
  readonly input: string;
  readonly statistic: string;
  readonly format: FileFormat;
  readonly kind: 'full' | 'partial';
  readonly level: TableLevel;
  readonly table: string;
  readonly title: string;
  readonly institute: string;
  readonly licence: string;
  readonly retrieved: string | null;
  readonly boundaryNotes: readonly BoundaryNote[];
  readonly notes: readonly string[];
  readonly bytes: number;
  readonly progress: () => number;
  readonly batches: () => AsyncIterable<readonly DeliveredObservation[]>;
  readonly account: () => ReadingAccount;
  readonly findings: () => readonly Finding[];
};

/** `signal` stops reading, `log` hears what a person should know. */
export type OpenInputOptions = { readonly signal?: AbortSignal; readonly log?: Log };

const SILENT: Log = { info: () => undefined, warn: () => undefined };

/**
 * Opens a file for a (registered, so valid) plug-in: recognises its format, finds the input by the file's own header, reads
 * header and footer, and checks that the mapping fits. Nothing of the rows is read before `batches` is called.
 *
 * Throws InputProblems when the file is none that the plug-in takes, is cut off, or does not fit the mapping.
 */
export async function openInput(
  plugin: IndicatorPlugin,
  path: string,
  { signal = new AbortController().signal, log = SILENT }: OpenInputOptions = {},
): Promise<OpenedInput> {
  signal.throwIfAborted();
  const match = await matchOf(plugin, path, signal);
  const { input, definition } = match;
  const reading = readingOf(match, { signal, log });
  const statistic = definition.statistic ?? Object.keys(plugin.statistics)[0] ?? '';
  const source = plugin.statistics[statistic];
  const said = await sayingsOf(match, log);
  return {
    plugin: plugin.id,
    input,
    statistic,
    level: definition.level,
    ...said,
    institute: said.institute ?? source?.institute ?? '',
    licence: said.licence ?? source?.licence ?? '',
    bytes: match.table.bytes ?? 0,
    progress: match.table.bytesRead,
    ...legibleReading(reading),
  };
}

/** What is told of a file may hold what stands in it. */
function legibleReading({ batches, account, findings }: Reading): Reading {
  return {
    batches,
    account: () => {
      const { skipped, ...counts } = account();
      return { ...counts, skipped: skipped.map((one) => ({ ...one, reason: legibleText(one.reason) })) };
    },
    findings: () => findings().map((finding) => ({ ...finding, message: legibleText(finding.message) })),
  };
}

async function matchOf(plugin: IndicatorPlugin, path: string, signal: AbortSignal): Promise<InputMatch> {
  const file = await sniffFile(path);
  const refused = (line: number | undefined, found: string): InputProblems => {
    const message = `expected ${takenBy(plugin)}, found ${found}`;
    return legibleProblems(`The file is not for the plug-in ${plugin.id}`, [{ file: path, line, message }]);
  };
  if (file.format === 'unknown') {
    throw legibleProblems('The file cannot be read', [
      { file: path, line: file.line, message: file.message },
    ]);
  }
  const { found, matches, misfits, problems } = await matchInputs([plugin], path, file, { signal });
  const [match, ...others] = bestMatches(matches);
  if (match === undefined) {
    if (problems !== null) throw problems;
    const why = misfits.length === 0 ? '' : ` (${misfits.join('; ')})`;
    throw refused(lineOfName(file), found + why);
  }
  if (others.length === 0) return match;
  const inputs = [match, ...others].map(({ input }) => input).join(' and ');
  throw refused(
    lineOfName(file),
    `${found}, which fits the inputs ${inputs} alike: give them other variables or values`,
  );
}

/** The line in which a file names itself. */
function lineOfName(file: SniffedFile): number | undefined {
  if (file.format === 'genesis') return 1;
  const isInRows = file.format === 'genesis-flat' || file.format === 'sdmx-csv';
  return isInRows && file.code !== '' ? 2 : undefined;
}

function takenBy(plugin: IndicatorPlugin): string {
  const taken = Object.entries(plugin.inputs).map(([name, definition]) => `${named(definition)} (${name})`);
  return taken.length === 0 ? 'no file at all' : taken.join(', ');
}

function named(definition: InputDefinition): string {
  if (definition.reader === 'own-figures') return formatTitles['own-figures'];
  if (definition.reader === 'genesis') return definition.table;
  return `${definition.table} as ${formatTitles[definition.reader]}`;
}

type Sayings = Pick<
  OpenedInput,
  'format' | 'kind' | 'table' | 'title' | 'retrieved' | 'boundaryNotes' | 'notes'
> & { readonly institute: string | null; readonly licence: string | null };

/** What a file says of itself. */
async function sayingsOf(match: InputMatch, log: Log): Promise<Sayings> {
  if (match.reader === 'genesis') {
    const { table } = match;
    const footer = await table.footer();
    for (const note of footer.unreadBoundaryNotes) {
      log.warn(
        legibleText(`${table.file}: a note on boundaries is not understood and has no effect: ${note}`),
      );
    }
    const { institute, licence, retrieved, boundaryNotes, notes } = footer;
    return {
      format: 'genesis',
      kind: 'full',
      table: table.code,
      title: table.title,
      institute,
      licence,
      retrieved,
      boundaryNotes,
      notes,
    };
  }
  const { format, title, institute, licence, retrieved, notes } = match.table;
  const isOwn = match.reader === 'own-figures';
  return {
    format,
    kind: isOwn ? 'partial' : 'full',
    table: isOwn ? 'own-figures' : match.definition.table,
    title,
    institute,
    licence,
    retrieved,
    boundaryNotes: [],
    notes,
  };
}
