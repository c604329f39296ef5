import { openStore, type ProposedRelease, proposedReleases } from '@kreisweit/store';
import { count, counted } from '../count.ts';
import { databaseTargets } from '../database-target.ts';
import { type LoadedData, loadedData } from '../status/loaded-data.ts';
import { type LoadedSources, loadedSources } from '../status/loaded-sources.ts';
import type { CommandResult, CommandRun } from './run-command.ts';

/** `kreisweit status`: which database it is and what is loaded. */
export async function status({ environment, progress }: CommandRun): Promise<CommandResult> {
  progress.step('opening the database');
  const store = await openStore(databaseTargets(environment.database).read);
  try {
    const loaded = await loadedData(store);
    const sources = await loadedSources(store, loaded.dataVersion);
    const database = store.database.description;
    const proposed = (await proposedReleases(store.db)).filter(({ state }) => state === 'proposed');
    const text = statusText(database, loaded, sources, proposed);
    return { data: { database, ...loaded, ...sources, proposed }, text: `${text}\n` };
  } finally {
    await store.close();
  }
}

function statusText(
  database: string,
  loaded: LoadedData,
  sources: LoadedSources,
  proposed: readonly ProposedRelease[],
): string {
  const mark = ({ demo }: { readonly demo: boolean }) => (demo ? ', demo' : '');
  const registers = loaded.registers.map(
    (register) => `  ${register.territoryDate} (${register.file}${mark(register)})`,
  );
  const releases = loaded.releases.map(
    (release) => `  ${release.source} (${release.file}, ${counted(release.cells, 'value')}${mark(release)})`,
  );
  const changeLists = sources.changeLists.map(
    (list) => `  ${list.from} to ${list.until} (${list.file}${mark(list)})`,
  );
  const crosswalks = sources.crosswalks.map(
    (crosswalk) =>
      `  ${crosswalk.territoryKind} ${crosswalk.from} to ${crosswalk.targetOn} (${crosswalk.file}${mark(crosswalk)})`,
  );
  const boundaries = sources.boundaries.map(
    (set) =>
      `  ${set.validOn} ${set.level} (${set.file}, ${counted(set.territories, 'territory', 'territories')})`,
  );
  const groups = sources.groups.map(
    ({ file, source, groups: declared }) => `  ${source} (${file}, ${counted(declared, 'group')})`,
  );
  const agreements = sources.agreements.map(
    ({ file, source, agreements: agreed }) => `  ${source} (${file}, ${counted(agreed, 'agreement')})`,
  );
  const waiting = proposed.map(
    (release) => `  ${release.proposed}  ${release.source} (${release.file}), since ${release.proposedAt}`,
  );
  return [
    `database        ${database}`,
    `data version    ${loaded.dataVersion}`,
    `districts       ${count(loaded.districts)}`,
    `municipalities  ${count(loaded.municipalities)}`,
    `values          ${count(loaded.values)}`,
    `actors          ${count(loaded.actors)}`,
    `recommendations ${count(loaded.recommendations)}`,
    'registers',
    ...orNone(registers),
    'lists of changes',
    ...orNone(changeLists),
    'crosswalks',
    ...orNone(crosswalks),
    'boundaries',
    ...orNone(boundaries),
    'groups',
    ...orNone(groups),
    'agreements',
    ...orNone(agreements),
    'releases',
    ...orNone(releases),
    'proposed, not published',
    ...orNone(waiting),
  ].join('\n');
}

function orNone(lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? lines : ['  none'];
}
