import { openStore } from '@kreisweit/store';
import { count } from '../count.ts';
import { databaseTargets } from '../database-target.ts';
import { type LoadedData, loadedData } from '../status/loaded-data.ts';
import type { CommandResult, CommandRun } from './run-command.ts';

/** `kreisweit status`: which database it is and what is loaded. */
export async function status({ environment, progress }: CommandRun): Promise<CommandResult> {
  progress.step('opening the database');
  const store = await openStore(databaseTargets(environment.database).read);
  try {
    const loaded = await loadedData(store);
    const database = store.database.description;
    return { data: { database, ...loaded }, text: `${statusText(database, loaded)}\n` };
  } finally {
    await store.close();
  }
}

function statusText(database: string, loaded: LoadedData): string {
  const mark = ({ demo }: { readonly demo: boolean }) => (demo ? ', demo' : '');
  const registers = loaded.registers.map(
    (register) => `  ${register.territoryDate} (${register.file}${mark(register)})`,
  );
  const releases = loaded.releases.map(
    (release) => `  ${release.source} (${release.file}, ${count(release.cells)} values${mark(release)})`,
  );
  const none = ['  none'];
  return [
    `database        ${database}`,
    `data version    ${loaded.dataVersion}`,
    `districts       ${count(loaded.districts)}`,
    `municipalities  ${count(loaded.municipalities)}`,
    `values          ${count(loaded.values)}`,
    `actors          ${count(loaded.actors)}`,
    `recommendations ${count(loaded.recommendations)}`,
    'registers',
    ...(registers.length > 0 ? registers : none),
    'releases',
    ...(releases.length > 0 ? releases : none),
  ].join('\n');
}
