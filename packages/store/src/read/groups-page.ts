import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { dayOrLatest } from './in-force-on.ts';
import { type KeyedPage, keyedPage } from './keyed-page.ts';
import { type TerritoryRow, territoryColumns, versionOnDay } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/** Which groups: after a key; null begins with the first. */
export type GroupsQuery = { readonly asOf: number; readonly first: number; readonly after: string | null };

/** The free groups that are declared, by key, ended ones too. */
export async function groupsPage(
  db: Kysely<StoreSchema>,
  { asOf, first, after }: GroupsQuery,
): Promise<KeyedPage<TerritoryRow>> {
  const { rows } = await sql<TerritoryRow & { total: number }>`
    with found as materialized (
      select g.territory_id as id from territory_group g where ${trueAt('g', asOf)}
    )
    select total, page.*
    from (select count(*)::int as total from found) counted
    left join lateral (
      select ${territoryColumns}
      from found
      join territory t on t.id = found.id
      cross join ${dayOrLatest(sql`null::date`)} in_force
      join lateral ${versionOnDay(asOf)} v on true
      where ${after}::text is null or t.key > ${after}
      order by t.key
      limit ${first + 1}
    ) page on true
    order by page.key`.execute(db);
  return keyedPage(rows, first);
}
