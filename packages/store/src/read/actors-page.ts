import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { type ActorRow, actorColumns } from './actor-row.ts';
import { type KeyedPage, keyedPage } from './keyed-page.ts';
import type { TerritoryRow } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/** Which actors: of a kind, at work in a territory, after a key. Null leaves it open. */
export type ActorsQuery = {
  readonly asOf: number;
  readonly kind: string | null;
  readonly territory: TerritoryRow | null;
  readonly first: number;
  readonly after: string | null;
};

/**
 * Actors, by key. An actor is at work in a territory when one of its own territories is that territory, covers it or
 * lies inside it: who works in the district works for its municipalities, and the other way round.
 */
export async function actorsPage(
  db: Kysely<StoreSchema>,
  { asOf, kind, territory, first, after }: ActorsQuery,
): Promise<KeyedPage<ActorRow>> {
  const { rows } = await sql<ActorRow & { total: number }>`
    with recursive inside as (
      select ${territory?.factsId ?? null}::int as id
      union
      select coalesce(t.same_as, t.id)
      from inside
      join territory p on coalesce(p.same_as, p.id) = inside.id
      join membership m on m.parent_id = p.id and ${trueAt('m', asOf)}
      join territory t on t.id = m.member_id
    ),
    covering as (
      select ${territory?.factsId ?? null}::int as id
      union
      select coalesce(t.same_as, t.id)
      from covering
      join territory c on coalesce(c.same_as, c.id) = covering.id
      join membership m on m.member_id = c.id and ${trueAt('m', asOf)}
      join territory t on t.id = m.parent_id
    ),
    found as materialized (
      select a.key
      from actor a
      where (${kind}::text is null or a.kind = ${kind})
        and (${territory === null} or exists (
          select
          from actor_territory w
          join territory t on t.id = w.territory_id
          where w.actor_key = a.key
            and (coalesce(t.same_as, t.id) in (select id from inside)
              or coalesce(t.same_as, t.id) in (select id from covering))
        ))
    )
    select total, page.*
    from (select count(*)::int as total from found) counted
    left join lateral (
      select ${actorColumns}
      from found
      join actor a on a.key = found.key
      where ${after}::text is null or a.key collate "C" > ${after}
      order by a.key collate "C"
      limit ${first + 1}
    ) page on true
    order by page.key collate "C"`.execute(db);
  return keyedPage(rows, first);
}
