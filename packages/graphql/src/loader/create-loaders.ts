import type { Context } from '../context.ts';
import { type AboveLoader, aboveLoader } from './above-loader.ts';
import { type ComponentMembersLoader, componentMembersLoader } from './component-members-loader.ts';
import { type GroupLoader, groupLoader } from './group-loader.ts';
import { type RegisterEntriesLoader, registerEntriesLoader } from './register-entries-loader.ts';
import { type SeriesLoader, seriesLoader } from './series-loader.ts';
import { type TerritoryLoader, territoryLoader } from './territory-loader.ts';

/** What a loader needs of the request. */
export type Reading = Pick<
  Context,
  'db' | 'dataVersion' | 'versionAt' | 'states' | 'catalogue' | 'boundaries'
>;

/** Loaders that several fields share: whatever they ask for at the same time becomes one statement. */
export type Loaders = {
  readonly territory: TerritoryLoader;
  readonly above: AboveLoader;
  readonly componentMembers: ComponentMembersLoader;
  readonly group: GroupLoader;
  readonly registerEntries: RegisterEntriesLoader;
  readonly series: SeriesLoader;
};

/** Makes the loaders of one request. */
export function createLoaders(reading: Reading): Loaders {
  return {
    territory: territoryLoader(reading),
    above: aboveLoader(reading),
    componentMembers: componentMembersLoader(reading),
    group: groupLoader(reading),
    registerEntries: registerEntriesLoader(reading),
    series: seriesLoader(reading),
  };
}
