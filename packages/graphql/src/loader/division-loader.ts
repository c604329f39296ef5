import { type DistrictOnDay, divisionsOfTasks } from '@kreisweit/store';
import DataLoader from 'dataloader';
import { type Division, divisionWithCells } from '../task/division.ts';
import type { Reading } from './create-loaders.ts';
import type { DistrictTasksLoader } from './district-tasks-loader.ts';

export type DivisionLoader = DataLoader<DistrictOnDay, Division, string>;

/**
 * Loads who does what where in districts on days: three statements, whatever is then asked of it. The tasks that it reads are known to their
 * loader, so that assignments do not read them again.
 */
export function divisionLoader(
  { db, dataVersion }: Reading,
  districtTasks: DistrictTasksLoader,
): DivisionLoader {
  return new DataLoader<DistrictOnDay, Division, string>(
    async (districts) => {
      const { number: asOf } = await dataVersion();
      const divisions = await divisionsOfTasks(db, { asOf, districts });
      for (const { district, tasks } of divisions) districtTasks.prime(district, tasks);
      return divisions.map(divisionWithCells);
    },
    { cacheKeyFn: ({ district, day }) => `${district} ${day}` },
  );
}
