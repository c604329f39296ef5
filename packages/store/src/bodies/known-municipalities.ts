import { isDay } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import { districtParts } from '../read/district-parts.ts';
import { publishedVersion } from '../read/published-version.ts';
import type { StoreSchema } from '../store-schema.ts';

/** A district (its key) and days (ISO, or what was written instead of one) on which it is asked about. */
export type DistrictDays = { readonly district: string; readonly days: readonly (string | null)[] };

/**
 * The municipalities with a council of their own that districts have on one of their days, by the key of the district; without those that nobody knows. A
 * kreisfreie Stadt is its own municipality. Two statements.
 */
export async function knownMunicipalities(
  db: Kysely<StoreSchema>,
  asked: readonly DistrictDays[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const each = asked.flatMap(({ district, days }) =>
    days.flatMap((day) => (day !== null && isDay(day) ? [{ district, day }] : [])),
  );
  const districts = [...new Map(each.map((one) => [`${one.district} ${one.day}`, one])).values()];
  const parts = await districtParts(db, { asOf: (await publishedVersion(db)).number, districts });
  const known = new Map<string, Set<string>>();
  for (const [index, { district }] of districts.entries()) {
    const found = parts[index] ?? [];
    if (found.length === 0) continue;
    const keys = found.filter(({ selfGoverning }) => selfGoverning).map(({ key }) => key);
    known.set(district, new Set([...(known.get(district) ?? []), ...keys]));
  }
  return known;
}
