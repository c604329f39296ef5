import { basename } from 'node:path';
import { nearestNames } from '@kreisweit/domain';
import { type IndicatorPlugin, type OpenedInput, openInput } from '@kreisweit/plugin-kit';
import {
  ingestRelease,
  type Proposal,
  proposeRelease,
  type ReleaseIngest,
  type ReleaseInput,
} from '@kreisweit/store';
import { CommandError } from '../command-error.ts';
import { builtInPlugins } from '../plugins.ts';
import { checksumOf } from './checksum-of.ts';
import { ingestCounts } from './ingest-counts.ts';
import { previewText } from './preview-text.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';
import { storeEach } from './store-each.ts';

type Ingested = ReleaseIngest & { readonly file: string; readonly input: string; readonly table: string };

/** What the command is told beside plug-in and files. */
export type IngestOptions = CommandOptions & { readonly propose?: boolean };

/** `kreisweit ingest`: tables of the institutes, each a release and a data version, or proposed for review. */
export async function ingest(
  run: CommandRun,
  pluginId: string,
  files: readonly string[],
  { propose: isProposal = false }: IngestOptions = {},
): Promise<CommandResult> {
  const plugin = pluginOf(pluginId);
  if (isProposal) return propose(run, plugin, files);
  const ingested = await storeEach(run, files, async (path) => {
    const { release, step, options } = await opened(run, plugin, path);
    return async (store): Promise<Ingested> => {
      step();
      const result = await ingestRelease(store, release, options);
      return { file: release.file, input: release.input, table: release.source, ...result };
    };
  });
  return { data: { ingested }, text: ingested.map(ingestedText).join('') };
}

async function propose(
  run: CommandRun,
  plugin: IndicatorPlugin,
  files: readonly string[],
): Promise<CommandResult> {
  const proposed = await storeEach(run, files, async (path) => {
    const { release, step, options } = await opened(run, plugin, path);
    return async (store) => {
      step();
      const proposal = await proposeRelease(store, release, options);
      return { file: release.file, input: release.input, table: release.source, ...proposal };
    };
  });
  return { data: { proposed }, text: proposed.map(proposedText).join('') };
}

/** A file as a release, and how its reading is followed. */
async function opened({ log, progress, signal }: CommandRun, plugin: IndicatorPlugin, path: string) {
  const input = await openInput(plugin, path, { signal, log });
  const release = releaseOf(input, basename(path), await checksumOf(path));
  return {
    release,
    step: () => progress.step(release.file, () => input.progress() / input.bytes),
    options: { signal, onProgress: progress.report },
  };
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
  return `${file}: table ${table} ingested by ${input} as release ${release}, data version ${version}\n${ingestCounts(ingested)}`;
}

function proposedText({
  file,
  table,
  input,
  changed,
  proposed,
  release,
  preview,
}: Proposal & Pick<Ingested, 'file' | 'table' | 'input'>): string {
  if (proposed === null || preview === null)
    return `${file}: this very file is loaded already, as release ${release}; nothing is proposed\n`;
  const head = changed
    ? `table ${table} proposed as ${proposed} for ${input}; nothing is published yet`
    : `this very file waits for review already, as ${proposed}`;
  return `${file}: ${head}\n${previewText(preview)}  publish it: kreisweit publish ${proposed}; else: kreisweit reject ${proposed} --reason "..."\n`;
}
