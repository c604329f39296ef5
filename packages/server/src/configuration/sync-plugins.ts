import type { Catalogue } from '@kreisweit/domain';
import type { IndicatorPlugin } from '@kreisweit/plugin-kit';
import { outdatedDefinitions, publishedCatalogue, type Store, syncCatalogue } from '@kreisweit/store';
import { CommandError } from '../command-error.ts';
import { counted } from '../count.ts';
import type { Environment } from '../environment.ts';
import type { Log } from '../log.ts';
import { type AbsentPlugin, absentPlugins, whyNotDropped } from './absent-plugins.ts';
import { loadPlugins } from './load-plugins.ts';
import { formatPackageProblem, type PackageProblem } from './package-problem.ts';

/**
 * `drop`: ids of plug-ins that are to leave the catalogue. `uses`: ids of plug-ins by which files were read. `triesOnly`: nothing
 * may be published.
 */
export type SyncPluginsOptions = {
  readonly drop?: readonly string[];
  readonly uses?: readonly string[];
  readonly triesOnly?: boolean;
};

/** What became of the plug-ins in the catalogue: those that can be used, and those that were dropped, as they were. */
export type SyncedPlugins = {
  readonly plugins: readonly IndicatorPlugin[];
  readonly dropped: readonly AbsentPlugin[];
};

/**
 * Brings the catalogue of a store to what the plug-ins define now, and warns of what is wrong with those of somebody else. What
 * the catalogue says of a plug-in that is not loaded now stays, unless it is to be dropped: a command that is run in another
 * folder, without the configuration, must not unpublish anything.
 *
 * Throws a CommandError, and writes nothing, for a plug-in that cannot be dropped; for one of `uses` that is left out, since
 * its files would be taken in under definitions that they were not read by; and, with `triesOnly`, where definitions are
 * outdated.
 */
export async function syncPlugins(
  store: Store,
  { environment, log }: { readonly environment: Pick<Environment, 'configuration'>; readonly log: Log },
  { drop = [], uses = [], triesOnly = false }: SyncPluginsOptions = {},
): Promise<SyncedPlugins> {
  const stored = await publishedCatalogue(store);
  const { plugins, catalogue, problems } = await loadPlugins(environment, { previous: stored });
  refuseLeftOut(uses, catalogue, problems);
  for (const problem of problems) log.warn(`plug-in left out: ${formatPackageProblem(problem)}`);
  const absent = absentPlugins(stored, catalogue);
  const refusal = whyNotDropped(drop, { stored, absent });
  if (refusal !== null) throw new CommandError(refusal);
  const dropped = absent.filter(({ id }) => drop.includes(id));
  const kept = absent.filter(({ id }) => !drop.includes(id));
  for (const { id, indicators } of kept) {
    const stay = indicators === 1 ? 'stays as it is' : 'stay as they are';
    log.warn(
      `the plug-in ${id} is not loaded: ${counted(indicators, 'indicator')} of it ${stay}; "kreisweit migrate --drop ${id}" takes them out`,
    );
  }
  const keeps = (plugin: string) => kept.some(({ id }) => id === plugin);
  if (triesOnly) await refuseOutdated(store, catalogue, keeps);
  else await syncCatalogue(store, catalogue, { keeps });
  return { plugins, dropped };
}

function refuseLeftOut(
  uses: readonly string[],
  { plugins }: Catalogue,
  problems: readonly PackageProblem[],
): void {
  const leftOut = uses.filter((id) => !plugins.some((plugin) => plugin.id === id));
  if (leftOut.length === 0) return;
  const reasons = problems.filter(({ plugin }) => plugin === null || leftOut.includes(plugin));
  throw new CommandError(
    [
      `nothing was stored: ${leftOut.map((id) => `the plug-in "${id}"`).join(', ')} cannot be used`,
      ...reasons.map((problem) => `  ${formatPackageProblem(problem)}`),
    ].join('\n'),
  );
}

async function refuseOutdated(
  store: Store,
  catalogue: Catalogue,
  keeps: (plugin: string) => boolean,
): Promise<void> {
  const outdated = await outdatedDefinitions(store, catalogue, { keeps });
  if (outdated === 0) return;
  throw new CommandError(
    `nothing was tried: ${counted(outdated, 'definition')} of the plug-ins ${outdated === 1 ? 'differs' : 'differ'} from the catalogue of this database, ` +
      'and writing that would publish something; run "kreisweit migrate" first',
  );
}
