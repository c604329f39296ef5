import { openKreisweit } from '../open-kreisweit.ts';
import { loadedData } from '../status/loaded-data.ts';
import type { CommandResult, CommandRun } from './run-command.ts';

/** `kreisweit migrate`: the newest form of the tables and of the catalogue. */
export async function migrate({ environment, log, progress }: CommandRun): Promise<CommandResult> {
  progress.step('migrating the database');
  const store = await openKreisweit(environment, log);
  try {
    const { dataVersion } = await loadedData(store);
    const database = store.database.description;
    return {
      data: { database, dataVersion },
      text: `${database}: up to date, data version ${dataVersion}\n`,
    };
  } finally {
    await store.close();
  }
}
