import { basename } from 'node:path';
import { nearestNames } from '@kreisweit/domain';
import { type IndicatorPlugin, type OpenedInput, openInput } from '@kreisweit/plugin-kit';
import { ingestRelease, type ReleaseIngest, type ReleaseInput } from '@kreisweit/store';
import { CommandError } from '../command-error.ts';
import { count, counted } from '../count.ts';
import { builtInPlugins } from '../plugins.ts';
import { checksumOf } from './checksum-of.ts';
import type { CommandResult, CommandRun } from './run-command.ts';
import { storeEach } from './store-each.ts';

type Ingested = ReleaseIngest & { readonly file: string; readonly input: string; readonly table: string };

/** `kreisweit ingest`: tables of the institutes, each a release and a data version. */
export async function ingest(
  run: CommandRun,
  pluginId: string,
  files: readonly string[],
): Promise<CommandResult> {
  const plugin = pluginOf(pluginId);
  const { log, progress, signal } = run;
  const ingested = await storeEach(run, files, async (path) => {
    const opened = await openInput(plugin, path, { signal, log });
    const release = releaseOf(opened, basename(path), await checksumOf(path));
    return async (store): Promise<Ingested> => {
      progress.step(release.file, () => opened.progress() / opened.bytes);
      const result = await ingestRelease(store, release, { signal, onProgress: progress.report });
      return { file: release.file, input: release.input, table: release.source, ...result };
    };
  });
  return { data: { ingested }, text: ingested.map(ingestedText).join('') };
}

/** A whole table: what it does not hold any more is withdrawn. */
export function releaseOf(opened: OpenedInput, file: string, checksum: string): ReleaseInput {
  return {
    input: `${opened.plugin}/${opened.input}`,
    kind: 'full',
    source: opened.table,
    title: opened.title,
    institute: opened.institute,
    licence: opened.licence,
    file,
    checksum,
    retrieved: opened.retrieved,
    notes: opened.notes,
    boundaryNotes: opened.boundaryNotes,
    demo: false,
    batches: opened.batches(),
  };
}

function pluginOf(id: string): IndicatorPlugin {
  const plugin = builtInPlugins.find((candidate) => candidate.id === id);
  if (plugin !== undefined) return plugin;
  const known = builtInPlugins.map((candidate) => candidate.id);
  const [meant] = nearestNames(id, known);
  const hint = meant === undefined ? `there are: ${known.join(', ')}` : `did you mean "${meant}"?`;
  throw new CommandError(`there is no plug-in "${id}"; ${hint} ("kreisweit plugins" lists what they take)`);
}

function ingestedText(ingested: Ingested): string {
  const { file, table, input, version, release } = ingested;
  if (!ingested.changed)
    return `${file}: this very file is loaded already, nothing changed (data version ${version})\n`;
  const counts = [
    `${counted(ingested.cells, 'cell')} of ${counted(ingested.territories, 'territory', 'territories')} (${count(ingested.provisional)} of them in no register)`,
    ...(ingested.withdrawn === 0
      ? []
      : [
          `${counted(ingested.withdrawn, 'cell')} withdrawn, which an earlier file held and this one does not`,
        ]),
    `${counted(ingested.aggregates, 'aggregate')}, ${count(ingested.series)} published series`,
    `${counted(ingested.differences, 'difference')} between delivered totals and the sums of their members`,
  ];
  return `${file}: table ${table} ingested by ${input} as release ${release}, data version ${version}\n  ${counts.join('\n  ')}\n`;
}
