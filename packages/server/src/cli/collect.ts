import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import {
  breakdownKey,
  type DeliveredObservation,
  InputProblems,
  type Problem,
  parseTableKey,
} from '@kreisweit/domain';
import {
  findInputs,
  type IndicatorPlugin,
  missingIn,
  type OpenedInput,
  type TemplateRow,
  templateRows,
} from '@kreisweit/plugin-kit';
import {
  dryRunRelease,
  ingestRelease,
  type Previewed,
  type ReleaseIngest,
  type Store,
} from '@kreisweit/store';
import { CommandError } from '../command-error.ts';
import { loadPlugins } from '../configuration/load-plugins.ts';
import { count, counted } from '../count.ts';
import { currentFolder } from '../current-folder.ts';
import { releaseOf } from '../delivery/release-of.ts';
import { openKreisweit } from '../open-kreisweit.ts';
import { checksumOf } from './checksum-of.ts';
import { districtMembers } from './district-members.ts';
import { ingestCounts } from './ingest-counts.ts';
import { openedRelease } from './opened-release.ts';
import { previewText } from './preview-text.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';

/** What the command is told beside the folder. */
export type CollectOptions = CommandOptions & { readonly dryRun?: boolean };

/** The files of a folder that one input takes in, as one release. */
type Collection = {
  readonly plugin: IndicatorPlugin;
  readonly opened: OpenedInput;
  readonly files: readonly string[];
  readonly observations: readonly DeliveredObservation[];
};

type Collected = {
  readonly input: string;
  readonly files: readonly string[];
  readonly values: number;
  readonly missing: readonly TemplateRow[];
} & ({ readonly ingested: ReleaseIngest } | { readonly tried: Previewed });

/**
 * `kreisweit collect <folder>`: takes the filled-in sheets of a folder back as one release of each plug-in, and lists what
 * is missing of those whom the templates asked. All files are read before anything is stored; a mistake in one refuses all.
 */
export async function collect(
  run: CommandRun,
  folder: string,
  { dryRun = false }: CollectOptions = {},
): Promise<CommandResult> {
  const path = resolve(currentFolder(), folder);
  const collections = await collectionsOf(run, await filesOf(path));
  run.progress.step('opening the database');
  const uses = collections.map(({ plugin }) => plugin.id);
  const store = await openKreisweit(run.environment, run.log, { uses, triesOnly: dryRun });
  try {
    // What only the database knows may refuse one of several: then none of them is stored.
    if (!dryRun && collections.length > 1) {
      for (const collection of collections) {
        await takeIn(run, store, collection, { folder: basename(path), dryRun: true });
      }
    }
    const collected: Collected[] = [];
    for (const collection of collections) {
      collected.push(await takeIn(run, store, collection, { folder: basename(path), dryRun }));
    }
    return { data: { collected }, text: collected.map(collectedText).join('') };
  } finally {
    run.progress.step('closing the database');
    await store.close();
  }
}

/** The sheets of a folder, but not what spreadsheets leave beside an open one. */
async function filesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => {
    throw new CommandError(`there is no such folder: ${folder}`);
  });
  const sheets = names.filter((name) => /\.(csv|xlsx)$/i.test(name) && !/^[.~]/.test(name)).sort();
  if (sheets.length === 0) throw new CommandError(`there is no CSV or XLSX file in ${folder}`);
  return sheets.map((name) => join(folder, name));
}

async function collectionsOf(run: CommandRun, files: readonly string[]): Promise<readonly Collection[]> {
  const { plugins } = await loadPlugins(run.environment);
  const collections = new Map<string, Collection>();
  const problems: Problem[] = [];
  for (const file of files) {
    run.progress.step(`reading ${basename(file)}`);
    run.signal.throwIfAborted();
    try {
      const { plugin, opened, observations } = await readSheet(run, plugins, file);
      const input = `${plugin.id}/${opened.input}`;
      const before = collections.get(input);
      collections.set(input, {
        plugin,
        opened,
        files: [...(before?.files ?? []), file],
        observations: [...(before?.observations ?? []), ...observations],
      });
    } catch (error) {
      if (!(error instanceof InputProblems)) throw error;
      problems.push(...error.problems);
    }
  }
  problems.push(...[...collections.values()].flatMap(deliveredTwice));
  if (problems.length > 0) throw new InputProblems('The sheets cannot be taken in', problems);
  return [...collections.values()];
}

async function readSheet(run: CommandRun, plugins: readonly IndicatorPlugin[], file: string) {
  const { inputs, message, misfits, problems } = await findInputs(plugins, file, { signal: run.signal });
  if (problems !== null) throw problems;
  const [found, ...others] = inputs;
  const plugin = plugins.find(({ id }) => id === found?.plugin);
  if (plugin === undefined || others.length > 0) {
    const why = others.length > 0 ? ['several plug-ins take it'] : misfits;
    throw new InputProblems('The sheet is not understood', [{ file, message: [message, ...why].join('; ') }]);
  }
  const { input: opened } = await openedRelease(run, plugin, file);
  if (opened.format !== 'own-figures') {
    const message = `an official table (${opened.table}) is no sheet of own figures: use "kreisweit ingest ${plugin.id}"`;
    throw new InputProblems('The sheet is not understood', [{ file, message }]);
  }
  const observations = (await Array.fromAsync(opened.batches())).flat();
  for (const { message, line } of opened.findings()) {
    run.log.warn(`${file}${line === undefined ? '' : `:${line}`}: ${message}`);
  }
  return { plugin, opened, observations: observations.map((one) => ({ ...one, file })) };
}

/** One cell in two sheets: nobody can say which is meant, also where both say the same today. */
function deliveredTwice({ observations }: Collection): readonly Problem[] {
  const places = new Map<string, string>();
  return observations.flatMap((observation) => {
    const { territory, measure, period, breakdown = {}, line, ...rest } = observation;
    const file = 'file' in rest ? String(rest.file) : '';
    const known = parseTableKey(territory);
    const cell = [known?.kind, known?.key ?? territory, measure, period, breakdownKey(breakdown)].join(' ');
    const other = places.get(cell);
    if (other === undefined) {
      places.set(cell, `${basename(file)}:${line}`);
      return [];
    }
    const message = `${measure} of ${territory} in ${period} stands in ${other} too: leave it out of one of them`;
    return [{ file, line, message }];
  });
}

async function takeIn(
  { progress, signal }: CommandRun,
  store: Store,
  { plugin, opened, files, observations }: Collection,
  { folder, dryRun }: { readonly folder: string; readonly dryRun: boolean },
): Promise<Collected> {
  progress.step(`${plugin.id}/${opened.input}`);
  const checksums = await Promise.all(files.map((file) => checksumOf(file)));
  const release = {
    ...releaseOf(opened, `${folder} (${counted(files.length, 'file')})`, checksums.join(' ')),
    // In one release of several files a line says nothing.
    batches: onlyBatch(observations.map(({ line: _, column: __, ...observation }) => observation)),
  };
  const options = { signal, onProgress: progress.report };
  const collected = {
    input: release.input,
    files,
    values: observations.length,
    missing: await missingOf(store, plugin, opened, observations),
  };
  if (dryRun) return { ...collected, tried: await dryRunRelease(store, release, options) };
  return { ...collected, ingested: await ingestRelease(store, release, options) };
}

async function* onlyBatch(
  observations: readonly DeliveredObservation[],
): AsyncGenerator<readonly DeliveredObservation[]> {
  yield observations;
}

/** What the templates of the districts in question ask for, in the periods in question, and nobody delivered. */
async function missingOf(
  store: Store,
  plugin: IndicatorPlugin,
  { input }: OpenedInput,
  observations: readonly DeliveredObservation[],
): Promise<readonly TemplateRow[]> {
  const districts = [...new Set(observations.map(({ territory }) => territory.slice(0, 5)))].sort();
  const periods = [...new Set(observations.map(({ period }) => period))].sort();
  const missing: TemplateRow[] = [];
  for (const district of districts) {
    const territories = await districtMembers(store, district);
    missing.push(...missingIn(templateRows(plugin, input, territories, periods), observations));
  }
  return missing;
}

const MOST_LISTED = 30;

function collectedText(collected: Collected): string {
  const { input, files, values, missing } = collected;
  const head = `${input}: ${counted(values, 'value')} from ${counted(files.length, 'file')}`;
  const done = 'tried' in collected ? triedText(collected.tried) : ingestedText(collected.ingested);
  return `${head}${done}${missingText(missing)}`;
}

function ingestedText(done: ReleaseIngest): string {
  if (!done.changed) return `; these very files are loaded already, as release ${done.release}\n`;
  return `, ingested as release ${done.release}, data version ${done.version}\n${ingestCounts(done)}`;
}

function triedText(tried: Previewed): string {
  if ('loaded' in tried) return `; these very files are loaded already, as release ${tried.loaded}\n`;
  return `; nothing was stored\n${previewText(tried.preview)}`;
}

/** By territory: of one that sent nothing at all that is all there is to say. */
function missingText(missing: readonly TemplateRow[]): string {
  if (missing.length === 0) return '  nothing is missing\n';
  const territories = [...Map.groupBy(missing, ({ key }) => key)];
  const lines = territories.slice(0, MOST_LISTED).map(([key, rows]) => {
    const measures = [...new Set(rows.map(({ measure }) => measure))].join(', ');
    return `    ${key} ${rows[0]?.name ?? ''}: ${counted(rows.length, 'value')} (${measures})`;
  });
  const more = territories.length - lines.length;
  return [
    `  missing: ${counted(missing.length, 'value')} of ${counted(territories.length, 'territory', 'territories')}`,
    ...lines,
    ...(more > 0 ? [`    ... and of ${count(more)} more`] : []),
    '',
  ].join('\n');
}
