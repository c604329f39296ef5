import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { dayOrLatest, inForceOn } from './in-force-on.ts';
import { type KeyedPage, keyedPage } from './keyed-page.ts';
import { type TerritoryRow, territoryColumns, versionOnDay } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/** Which districts: of a Land (two digits), with a text in their name (any case), after a key. Null leaves it open. */
export type DistrictsQuery = {
  readonly asOf: number;
  /** ISO; null is the latest day. */
  readonly on: string | null;
  readonly state: string | null;
  readonly search: string | null;
  readonly first: number;
  readonly after: string | null;
};

/** The districts of a day, by key; as long as no official source is imported all that tables know. */
export async function districtsPage(
  db: Kysely<StoreSchema>,
  { asOf, on, state, search, first, after }: DistrictsQuery,
): Promise<KeyedPage<TerritoryRow>> {
  const { rows } = await sql<TerritoryRow & { total: number }>`
    with found as materialized (
      select t.id
      from territory t
      cross join ${dayOrLatest(sql`${on}::date`)} in_force
      join lateral ${versionOnDay(asOf)} v on true
      where t.kind = 'district'
        and (not exists (select from territory_life g where ${trueAt('g', asOf)})
          or (v.evidence <> 'TABLE' and ${inForceOn('v', sql`in_force.day`)}))
        and (${state}::text is null or left(t.key, 2) = ${state})
        and (${search}::text is null or position(${search?.toLocaleLowerCase('de') ?? null}
          in translate(lower(v.name), 'ÄÖÜ', 'äöü')) > 0)
    )
    select total, page.*
    from (select count(*)::int as total from found) counted
    left join lateral (
      select ${territoryColumns}
      from found
      join territory t on t.id = found.id
      cross join ${dayOrLatest(sql`${on}::date`)} in_force
      join lateral ${versionOnDay(asOf)} v on true
      where ${after}::text is null or t.key > ${after}
      order by t.key
      limit ${first + 1}
    ) page on true
    order by page.key`.execute(db);
  return keyedPage(rows, first);
}
