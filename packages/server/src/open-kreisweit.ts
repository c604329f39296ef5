import type { Catalogue } from '@kreisweit/domain';
import { openStore, publishedCatalogue, type Store, syncCatalogue } from '@kreisweit/store';
import { CommandError } from './command-error.ts';
import { loadPlugins } from './configuration/load-plugins.ts';
import { formatPackageProblem } from './configuration/package-problem.ts';
import { counted } from './count.ts';
import { databaseTargets } from './database-target.ts';
import type { Environment } from './environment.ts';
import type { Log } from './log.ts';

/** `drop` are the ids of plug-ins that are to leave the catalogue. */
export type OpenOptions = { readonly drop?: readonly string[] };

/**
 * Opens the store for writing, migrated and with the definitions of the plug-ins in its catalogue. What is wrong with a
 * plug-in of somebody else is logged. What the catalogue says of a plug-in that is not loaded now stays, unless it is to be
 * dropped: a command that is run in another folder, without the configuration, must not unpublish anything.
 *
 * Throws a CommandError for a plug-in to drop that is loaded, or that the catalogue does not have.
 */
export async function openKreisweit(
  environment: Pick<Environment, 'database' | 'configuration'>,
  log: Log,
  { drop = [] }: OpenOptions = {},
): Promise<Store> {
  const store = await openStore(databaseTargets(environment.database).write);
  try {
    const stored = await publishedCatalogue(store);
    const { catalogue, problems } = await loadPlugins(environment, { previous: stored });
    for (const problem of problems) log.warn(`plug-in left out: ${formatPackageProblem(problem)}`);
    const absent = absentPlugins(stored, catalogue);
    refuseToDrop(drop, absent);
    for (const id of absent.filter((one) => !drop.includes(one))) {
      log.warn(
        `the plug-in ${id} is not loaded: ${indicatorsOf(stored, id)} of it stay as they are; "kreisweit migrate --drop ${id}" takes them out`,
      );
    }
    await syncCatalogue(store, catalogue, { keeps: (id) => !drop.includes(id) });
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function absentPlugins(stored: Catalogue, loaded: Catalogue): readonly string[] {
  const ids = new Set(loaded.plugins.map(({ id }) => id));
  return stored.plugins.map(({ id }) => id).filter((id) => !ids.has(id));
}

function refuseToDrop(drop: readonly string[], absent: readonly string[]): void {
  const wrong = drop.filter((id) => !absent.includes(id));
  if (wrong.length === 0) return;
  const choice =
    absent.length === 0 ? 'all that the catalogue has are loaded' : `there are: ${absent.join(', ')}`;
  throw new CommandError(
    `nothing was dropped: ${wrong.join(', ')} is no plug-in that is in the catalogue and not loaded; ${choice}`,
  );
}

function indicatorsOf({ indicators }: Catalogue, id: string): string {
  return counted(indicators.filter(({ plugin }) => plugin === id).length, 'indicator');
}
