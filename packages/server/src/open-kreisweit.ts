import { openStore, type Store } from '@kreisweit/store';
import { type SyncPluginsOptions, syncPlugins } from './configuration/sync-plugins.ts';
import { databaseTargets } from './database-target.ts';
import type { Environment } from './environment.ts';
import type { Log } from './log.ts';

/**
 * Opens the store for writing, migrated and with the definitions of the plug-ins in its catalogue. Throws as `syncPlugins`
 * does.
 */
export async function openKreisweit(
  environment: Pick<Environment, 'database' | 'configuration'>,
  log: Log,
  options: Pick<SyncPluginsOptions, 'uses' | 'triesOnly'> = {},
): Promise<Store> {
  const store = await openStore(databaseTargets(environment.database).write);
  try {
    await syncPlugins(store, { environment, log }, options);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
