import { openStore } from '@kreisweit/store';
import { syncPlugins } from '../configuration/sync-plugins.ts';
import { counted } from '../count.ts';
import { databaseTargets } from '../database-target.ts';
import { loadedData } from '../status/loaded-data.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';

/** What the command is told: the ids of plug-ins that are to leave the catalogue. */
export type MigrateOptions = CommandOptions & { readonly drop?: readonly string[] };

/** `kreisweit migrate`: the newest form of the tables and of the catalogue. */
export async function migrate(
  { environment, log, progress }: CommandRun,
  { drop = [] }: MigrateOptions = {},
): Promise<CommandResult> {
  progress.step('migrating the database');
  const store = await openStore(databaseTargets(environment.database).write);
  try {
    const { dropped } = await syncPlugins(store, { environment, log }, { drop });
    const { dataVersion } = await loadedData(store);
    const database = store.database.description;
    const lines = dropped.map(
      ({ id, indicators }) =>
        `${id}: ${counted(indicators, 'indicator')} taken out; earlier data versions keep them\n`,
    );
    return {
      data: { database, dataVersion, dropped },
      text: `${lines.join('')}${database}: up to date, data version ${dataVersion}\n`,
    };
  } finally {
    await store.close();
  }
}
