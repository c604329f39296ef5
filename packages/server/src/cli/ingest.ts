import type { IndicatorPlugin } from '@kreisweit/plugin-kit';
import {
  dryRunRelease,
  ingestRelease,
  type Previewed,
  type Proposal,
  proposeRelease,
  type ReleaseIngest,
} from '@kreisweit/store';
import { CommandError } from '../command-error.ts';
import { ingestCounts } from './ingest-counts.ts';
import { openedRelease } from './opened-release.ts';
import { pluginOf } from './plugin-of.ts';
import { previewText } from './preview-text.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';
import { storeEach } from './store-each.ts';

type Ingested = ReleaseIngest & { readonly file: string; readonly input: string; readonly table: string };

type Tried = Previewed & Pick<Ingested, 'file' | 'input' | 'table'>;

/** What the command is told beside plug-in and files. */
export type IngestOptions = CommandOptions & { readonly propose?: boolean; readonly dryRun?: boolean };

/**
 * `kreisweit ingest`: files of the institutes and own figures, each a release and a data version; or proposed for review; or only
 * tried.
 */
export async function ingest(
  run: CommandRun,
  pluginId: string,
  files: readonly string[],
  { propose: isProposal = false, dryRun: isDryRun = false }: IngestOptions = {},
): Promise<CommandResult> {
  if (isProposal && isDryRun) {
    throw new CommandError('--propose and --dry-run say different things: write one of them');
  }
  const plugin = await pluginOf(pluginId, run.environment);
  if (isDryRun) return dryRun(run, plugin, files);
  if (isProposal) return propose(run, plugin, files);
  const ingested = await storeEach(
    run,
    files,
    async (path) => {
      const { release, step, options } = await openedRelease(run, plugin, path);
      return async (store): Promise<Ingested> => {
        step();
        const result = await ingestRelease(store, release, options);
        return { file: release.file, input: release.input, table: release.source, ...result };
      };
    },
    { uses: [plugin.id] },
  );
  return { data: { ingested }, text: ingested.map(ingestedText).join('') };
}

async function dryRun(
  run: CommandRun,
  plugin: IndicatorPlugin,
  files: readonly string[],
): Promise<CommandResult> {
  const tried = await storeEach(
    run,
    files,
    async (path) => {
      const { release, step, options } = await openedRelease(run, plugin, path);
      return async (store): Promise<Tried> => {
        step();
        const previewed = await dryRunRelease(store, release, options);
        return { file: release.file, input: release.input, table: release.source, ...previewed };
      };
    },
    { uses: [plugin.id], triesOnly: true },
  );
  return { data: { tried }, text: tried.map(triedText).join('') };
}

async function propose(
  run: CommandRun,
  plugin: IndicatorPlugin,
  files: readonly string[],
): Promise<CommandResult> {
  const proposed = await storeEach(
    run,
    files,
    async (path) => {
      const { release, step, options } = await openedRelease(run, plugin, path);
      return async (store) => {
        step();
        const proposal = await proposeRelease(store, release, options);
        return { file: release.file, input: release.input, table: release.source, ...proposal };
      };
    },
    { uses: [plugin.id] },
  );
  return { data: { proposed }, text: proposed.map(proposedText).join('') };
}

function ingestedText(ingested: Ingested): string {
  const { file, table, input, version, release } = ingested;
  if (!ingested.changed)
    return `${file}: this very file is loaded already, nothing changed (data version ${version})\n`;
  return `${file}: ${tableTitle(table)} ingested by ${input} as release ${release}, data version ${version}\n${ingestCounts(ingested)}`;
}

function triedText(tried: Tried): string {
  const { file, table, input } = tried;
  if ('loaded' in tried) return `${file}: this very file is loaded already, as release ${tried.loaded}\n`;
  return `${file}: ${tableTitle(table)} would be ingested by ${input}; nothing was stored\n${previewText(tried.preview)}`;
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
    ? `${tableTitle(table)} proposed as ${proposed} for ${input}; nothing is published yet`
    : `this very file waits for review already, as ${proposed}`;
  return `${file}: ${head}\n${previewText(preview)}  publish it: kreisweit publish ${proposed}; else: kreisweit reject ${proposed} --reason "..."\n`;
}

/** What was read: own figures have no table. */
function tableTitle(table: string): string {
  return table === 'own-figures' ? 'own figures' : `table ${table}`;
}
