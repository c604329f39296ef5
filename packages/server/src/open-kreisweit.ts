import { openStore, type Store, syncCatalogue } from '@kreisweit/store';
import { loadPlugins } from './configuration/load-plugins.ts';
import { formatPackageProblem } from './configuration/package-problem.ts';
import { databaseTargets } from './database-target.ts';
import type { Environment } from './environment.ts';
import type { Log } from './log.ts';

/**
 * Opens the store for writing, migrated and with the definitions of the plug-ins in its catalogue. What is wrong with a
 * plug-in of somebody else is logged; it keeps the definitions that it had.
 */
export async function openKreisweit(
  environment: Pick<Environment, 'database' | 'configuration'>,
  log: Log,
): Promise<Store> {
  const { catalogue, problems, keeps } = await loadPlugins(environment);
  for (const problem of problems) log.warn(`plug-in left out: ${formatPackageProblem(problem)}`);
  const store = await openStore(databaseTargets(environment.database).write);
  try {
    await syncCatalogue(store, catalogue, { keeps });
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
