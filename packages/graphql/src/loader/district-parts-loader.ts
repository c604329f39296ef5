import { type DistrictOnDay, type DistrictPart, districtParts } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type DistrictPartsLoader = DataLoader<DistrictOnDay, readonly DistrictPart[], string>;

/** Loads the parts of districts on days. */
export function districtPartsLoader({ db, dataVersion }: Reading): DistrictPartsLoader {
  return new DataLoader(
    async (districts) => [...(await districtParts(db, { asOf: (await dataVersion()).number, districts }))],
    { cacheKeyFn: ({ district, day }) => `${district} ${day}` },
  );
}
