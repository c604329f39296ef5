import {
  type BoundaryNote,
  type DeliveredObservation,
  InputProblems,
  type TableLevel,
} from '@kreisweit/domain';
import type { IndicatorPlugin, InputDefinition } from '../definition/plugin-definition.ts';
import { type GenesisTable, openGenesisTable } from '../genesis/genesis-table.ts';
import { checkObservations } from './check-observations.ts';
import { columnPlan } from './column-plan.ts';
import type { Log } from './log.ts';
import { mapRows } from './map-rows.ts';
import { problemList } from './problem-list.ts';

/**
 * A file that a plug-in takes in, matched to one of its inputs and ready to be read.
 *
 * `input` and `statistic` are the plug-in's own names, as `measure` of the observations is. `retrieved` is the local
 * time at which the institute made the file. `bytes` is the size of the file, `progress` how many bytes `batches`
 * has read. `batches` yields about ten thousand observations at a time and throws InputProblems at the end when
 * anything is wrong: what was yielded before must then be thrown away.
 */
export type OpenedInput = {
  readonly plugin: string;
  readonly input: string;
  readonly statistic: string;
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
};

/** `signal` stops reading, `log` hears what a person should know. */
export type OpenInputOptions = { readonly signal?: AbortSignal; readonly log?: Log };

const SILENT: Log = { info: () => undefined, warn: () => undefined };

/**
 * Opens a file for a (registered, so valid) plug-in: finds the input by the file's own header, reads header and
 * footer, and checks that the mapping fits. Nothing of the rows is read before `batches` is called.
 *
 * Throws InputProblems when the file is none that the plug-in takes, is cut off, or does not fit the mapping.
 */
export async function openInput(
  plugin: IndicatorPlugin,
  path: string,
  { signal = new AbortController().signal, log = SILENT }: OpenInputOptions = {},
): Promise<OpenedInput> {
  const table = await openGenesisTable(path, { signal });
  const [input, definition] = inputOf(plugin, table);
  const batches = reader(plugin, input, definition, { table, signal, log });
  const footer = await table.footer();
  for (const note of footer.unreadBoundaryNotes) {
    log.warn(`${path}: a note on boundaries is not understood and has no effect: ${note}`);
  }
  const statistic = definition.statistic ?? Object.keys(plugin.statistics)[0] ?? '';
  const source = plugin.statistics[statistic];
  return {
    plugin: plugin.id,
    input,
    statistic,
    level: definition.level,
    table: table.code,
    title: table.title,
    institute: footer.institute ?? source?.institute ?? '',
    licence: footer.licence ?? source?.licence ?? '',
    retrieved: footer.retrieved,
    boundaryNotes: footer.boundaryNotes,
    notes: footer.notes,
    bytes: table.bytes ?? 0,
    progress: table.bytesRead,
    batches,
  };
}

function inputOf(plugin: IndicatorPlugin, table: GenesisTable): readonly [string, InputDefinition] {
  const inputs = Object.entries(plugin.inputs);
  const found = inputs.find(([, definition]) => definition.table === table.code);
  if (found !== undefined) return found;
  const taken = inputs.map(([name, definition]) => `${definition.table} (${name})`).join(', ');
  const message = `expected ${taken === '' ? 'no file at all' : taken}, found table ${table.code} '${table.title}'`;
  throw new InputProblems(`The file is not for the plug-in ${plugin.id}`, [
    { file: table.file, line: 1, message },
  ]);
}

function reader(
  plugin: IndicatorPlugin,
  input: string,
  definition: InputDefinition,
  context: { readonly table: GenesisTable; readonly signal: AbortSignal; readonly log: Log },
): OpenedInput['batches'] {
  const { table } = context;
  if (definition.columns === undefined) {
    const { load } = plugin;
    if (load === undefined)
      throw new Error(`${plugin.id}/${input} has neither columns nor load: register it first`);
    return () => checkObservations(plugin, table.file, load({ input, ...context }));
  }
  const problems = problemList(`The table does not fit the mapping of ${plugin.id}/${input}`);
  const plan = columnPlan(table, definition, plugin.measures, problems.add);
  problems.throwIfAny();
  return () => mapRows(table, plan, definition.level);
}
