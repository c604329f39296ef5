import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { groupByPosition } from './group-by-position.ts';
import { dayOrLatest } from './in-force-on.ts';
import { lineageOf, rolesOf } from './lineage-sql.ts';
import { type TerritoryRow, territoryColumns, versionOnDay } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/**
 * What has become of territories (their internal ids), by key, in the order of the ids: the territory itself where it
 * lives at last, else where its successors lead to, followed to the end; of the same kind where there are such. Empty
 * where no source tells. Parts that left a territory while it lived on do not count.
 */
export async function currentTerritories(
  db: Kysely<StoreSchema>,
  { asOf, ids }: { readonly asOf: number; readonly ids: readonly number[] },
): Promise<readonly (readonly TerritoryRow[])[]> {
  const { rows } = await sql<TerritoryRow & { position: number }>`
    with recursive way as (
      select wanted.id as origin, wanted.id, own.lives
      from (select distinct unnest(${ids}::int[]) as id) wanted
      cross join lateral ${lives(sql`wanted.id`, asOf)} own
      union
      select way.origin, e.target_id, next.lives
      from way
      cross join lateral ${rolesOf(sql`way.id`)} r
      cross join lateral ${lineageOf(sql`r.id`, 'successors', asOf)} e
      cross join lateral ${lives(sql`e.target_id`, asOf)} next
      where not way.lives and e.kind <> 'PART_MOVED'
    ),
    reached as (
      select distinct on (way.origin, coalesce(t.same_as, t.id)) way.origin, t.id, t.kind = o.kind as of_kind
      from way
      join territory o on o.id = way.origin
      join territory t on t.id = way.id
      where way.lives
      order by way.origin, coalesce(t.same_as, t.id), t.kind <> o.kind, t.key
    )
    select wanted.position::int, ${territoryColumns}
    from unnest(${ids}::int[]) with ordinality as wanted (id, position)
    join reached x on x.origin = wanted.id
      and (x.of_kind or not exists (select from reached y where y.origin = x.origin and y.of_kind))
    join territory t on t.id = x.id
    cross join ${dayOrLatest(sql`null::date`)} in_force
    join lateral ${versionOnDay(asOf)} v on true
    order by wanted.position, t.key`.execute(db);
  return groupByPosition(rows, ids.length);
}

/** SQL: whether the territory `id` counts as live at last, in any of its roles. Before the first official source all do. */
function lives(id: ReturnType<typeof sql>, asOf: number) {
  return sql`(
      select exists (
          select from ${rolesOf(id)} r
          join territory_life f on f.territory_id = r.id and ${trueAt('f', asOf)} and f.in_force_until is null
        )
        or not exists (select from territory_life f where ${trueAt('f', asOf)})
        or exists (select from territory g where g.id = ${id} and g.kind = 'group') as lives
    )`;
}
