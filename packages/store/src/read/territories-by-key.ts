import type { TerritoryKey } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { dayOrLatest } from './in-force-on.ts';
import { type TerritoryRow, territoryColumns, versionOnDay } from './territory-row.ts';

/** A territory to look up: as it was `on` a day (ISO), null as it is at last. */
export type TerritoryByKey = TerritoryKey & { readonly on: string | null };

/**
 * Looks territories up by their keys, dissolved ones too. The answer stands in the order of the question, null where
 * a key is unknown.
 */
export async function territoriesByKey(
  db: Kysely<StoreSchema>,
  { asOf, territories }: { readonly asOf: number; readonly territories: readonly TerritoryByKey[] },
): Promise<readonly (TerritoryRow | null)[]> {
  const { rows } = await sql<TerritoryRow & { position: number }>`
    select wanted.position::int, ${territoryColumns}
    from unnest(
      ${territories.map(({ kind }) => kind)}::text[],
      ${territories.map(({ key }) => key)}::text[],
      ${territories.map(({ on }) => on)}::date[]
    ) with ordinality as wanted (kind, key, day, position)
    join territory t on t.kind = wanted.kind and t.key = wanted.key
    cross join lateral ${dayOrLatest(sql`wanted.day`)} in_force
    join lateral ${versionOnDay(asOf)} v on true`.execute(db);
  const byPosition = new Map(rows.map((row) => [row.position, row]));
  return territories.map((_, index) => byPosition.get(index + 1) ?? null);
}
