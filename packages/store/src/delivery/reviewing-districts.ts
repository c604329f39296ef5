import type { Place } from '@kreisweit/domain';
import type { Rows } from '../access/rows.ts';

/** The keys of the districts among those that the places lie in which want to review deliveries before they are published. */
export async function reviewingDistricts(rows: Rows, places: readonly Place[]): Promise<readonly string[]> {
  const found = await rows<{ district: string }>(REVIEWING, [districtsOf(places)]);
  return found.map(({ district }) => district);
}

const DISTRICT_KEY = /^\d{5}$/;

/** The keys of the districts in which places lie. */
export function districtsOf(places: readonly Place[]): readonly string[] {
  return [...new Set(places.flatMap(({ within }) => within.filter((key) => DISTRICT_KEY.test(key))))].sort();
}

const REVIEWING = `
select district_key as district from district_setting
where reviews_deliveries and district_key = any($1)
order by district_key`;
