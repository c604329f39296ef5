import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { dayOrLatest } from './in-force-on.ts';
import { type TerritoryRow, territoryColumns, versionOnDay } from './territory-row.ts';

/** Territories by their internal ids, as they are at last, in the order of the ids; null if unknown. */
export async function territoriesById(
  db: Kysely<StoreSchema>,
  { asOf, ids }: { readonly asOf: number; readonly ids: readonly number[] },
): Promise<readonly (TerritoryRow | null)[]> {
  const { rows } = await sql<TerritoryRow>`
    select ${territoryColumns}
    from territory t
    cross join ${dayOrLatest(sql`null::date`)} in_force
    join lateral ${versionOnDay(asOf)} v on true
    where t.id = any(${ids}::int[])`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
