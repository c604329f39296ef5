import { districtTasks, type TaskInDistrict } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type DistrictTasksLoader = DataLoader<string, readonly TaskInDistrict[]>;

/** Loads the tasks of districts by their keys. */
export function districtTasksLoader({ db }: Pick<Reading, 'db'>): DistrictTasksLoader {
  return new DataLoader((districts) => districtTasks(db, { districts }));
}
