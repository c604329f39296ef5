import { openKreisweit } from '../open-kreisweit.ts';
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
  const store = await openKreisweit(environment, log, { drop });
  try {
    const { dataVersion } = await loadedData(store);
    const database = store.database.description;
    const dropped = drop.length === 0 ? '' : `dropped: ${drop.join(', ')}\n`;
    return {
      data: { database, dataVersion, dropped: drop },
      text: `${dropped}${database}: up to date, data version ${dataVersion}\n`,
    };
  } finally {
    await store.close();
  }
}
