import type { IndicatorPlugin } from '@kreisweit/plugin-kit';
import { openStore, type Store } from '@kreisweit/store';
import { type SyncPluginsOptions, syncPlugins } from './configuration/sync-plugins.ts';
import { databaseTargets } from './database-target.ts';
import type { Environment } from './environment.ts';
import type { Log } from './log.ts';

type Opening = Pick<Environment, 'database' | 'configuration'>;
type OpenOptions = Pick<SyncPluginsOptions, 'uses' | 'triesOnly'>;

/**
 * Opens the store for writing, migrated and with the definitions of the plug-ins in its catalogue. Throws as `syncPlugins`
 * does.
 */
export async function openKreisweit(
  environment: Opening,
  log: Log,
  options: OpenOptions = {},
): Promise<Store> {
  return (await openWithPlugins(environment, log, options)).store;
}

/** The same, with the plug-ins that can be used. */
export async function openWithPlugins(
  environment: Opening,
  log: Log,
  options: OpenOptions = {},
): Promise<{ readonly store: Store; readonly plugins: readonly IndicatorPlugin[] }> {
  const store = await openStore(databaseTargets(environment.database).write);
  try {
    const { plugins } = await syncPlugins(store, { environment, log }, options);
    return { store, plugins };
  } catch (error) {
    await store.close();
    throw error;
  }
}
