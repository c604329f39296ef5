import { type Kysely, sql } from 'kysely';
import { canonicalActor } from '../actors/canonical-actor.ts';
import type { StoreSchema } from '../store-schema.ts';
import { type ActorRow, actorColumns } from './actor-row.ts';
import type { ActorsFilter } from './actors-filter.ts';
import { groupByPosition } from './group-by-position.ts';
import { type KeyedPage, keyedPage } from './keyed-page.ts';
import { trueAt } from './true-at.ts';

/** A page of the actors of a filter, after a key. */
export type ActorsQuery = {
  readonly filter: ActorsFilter;
  readonly first: number;
  readonly after: string | null;
};

type Found = ActorRow & { readonly position: number; readonly total: number };

/** A page of actors, by key. */
export async function actorsPage(
  db: Kysely<StoreSchema>,
  { asOf, ...query }: ActorsQuery & { readonly asOf: number },
): Promise<KeyedPage<ActorRow>> {
  const [page] = await actorsPages(db, { asOf, requests: [query] });
  return page ?? { rows: [], total: 0, hasNext: false };
}

/**
 * Pages of actors, each by key, in the order of the requests. An actor is at work in a territory when one of its own territories is that
 * territory, covers it or lies inside it: who works in the district works for its municipalities, and the other way round. Those that were merged
 * are not listed. One statement.
 */
export async function actorsPages(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly ActorsQuery[] },
): Promise<readonly KeyedPage<ActorRow>[]> {
  const filters = requests.map(({ filter }) => filter);
  const { rows } = await sql<Found>`
    with recursive wanted as (
      select *
      from unnest(
        ${filters.map(({ text }) => text?.trim().toLocaleLowerCase('de') ?? null)}::text[],
        ${filters.map(({ kind }) => kind)}::text[],
        ${filters.map(({ topic }) => topic)}::text[],
        ${filters.map(({ language }) => language)}::text[],
        ${filters.map(({ migrantLed }) => migrantLed)}::boolean[],
        ${filters.map(({ territory }) => territory?.factsId ?? null)}::int[],
        ${filters.map(({ district }) => district?.factsId ?? null)}::int[],
        ${filters.map(({ district }) => district?.key ?? null)}::text[],
        ${filters.map(({ memberOf }) => memberOf)}::text[],
        ${filters.map(({ includeInactive }) => includeInactive)}::boolean[],
        ${requests.map(({ first }) => first)}::int[],
        ${requests.map(({ after }) => after)}::text[]
      ) with ordinality as w (
        text, kind, topic, language, migrant_led, territory_id, district_id, district_key, member_of, inactive, size, after, position
      )
    ),
    inside as (
      select distinct id as place_id, id
      from wanted
      cross join lateral unnest(array[territory_id, district_id]) as id
      where id is not null
      union
      select inside.place_id, coalesce(t.same_as, t.id)
      from inside
      join territory p on coalesce(p.same_as, p.id) = inside.id
      join membership m on m.parent_id = p.id and ${trueAt('m', asOf)}
      join territory t on t.id = m.member_id
    ),
    covering as (
      select distinct id as place_id, id
      from wanted
      cross join lateral unnest(array[territory_id, district_id]) as id
      where id is not null
      union
      select covering.place_id, coalesce(t.same_as, t.id)
      from covering
      join territory c on coalesce(c.same_as, c.id) = covering.id
      join membership m on m.member_id = c.id and ${trueAt('m', asOf)}
      join territory t on t.id = m.parent_id
    ),
    at_work as (
      select r.place_id, l.actor_key
      from (select place_id, id from inside union select place_id, id from covering) r
      join territory t on coalesce(t.same_as, t.id) = r.id
      join actor_territory l on l.territory_id = t.id
      group by r.place_id, l.actor_key
    ),
    listed as (
      select w.position, a.key from wanted w join actor a on w.district_id is null and w.member_of is null
      union
      select w.position, x.actor_key from wanted w join at_work x on x.place_id = w.district_id
      union
      select w.position, a.key from wanted w join actor a on a.district_key = w.district_key
      union
      select w.position, ${canonicalActor('m.actor_key')}
      from wanted w
      join actor_membership m on ${canonicalActor('m.organisation_key')} = w.member_of
    ),
    found as materialized (
      select w.position, a.key
      from listed
      join wanted w on w.position = listed.position
      join actor a on a.key = listed.key
      where a.merged_into is null and (w.inactive or a.deactivated_on is null)
        and (w.kind is null or a.kind = w.kind)
        and (w.topic is null or w.topic = any(a.topics))
        and (w.language is null or w.language = any(a.languages))
        and (w.migrant_led is null or a.migrant_led = w.migrant_led)
        and (w.member_of is null or a.key <> w.member_of)
        and (w.territory_id is null or exists (
          select from at_work x where x.place_id = w.territory_id and x.actor_key = a.key
        ))
        and (w.text is null or position(w.text in translate(
          lower(concat_ws(chr(10), a.name, a.description_de, a.description_en)), 'ÄÖÜ', 'äöü'
        )) > 0)
    ),
    placed as (
      select f.position, f.key, row_number() over (partition by f.position order by f.key collate "C") as place
      from found f
      join wanted w on w.position = f.position
      where w.after is null or f.key collate "C" > w.after
    ),
    counted as (
      select position, count(*)::int as total from found group by position
    )
    select w.position::int, coalesce(counted.total, 0) as total, ${actorColumns}
    from wanted w
    left join counted on counted.position = w.position
    left join placed on placed.position = w.position and placed.place <= w.size + 1
    left join actor a on a.key = placed.key
    order by w.position, a.key collate "C"`.execute(db);
  return groupByPosition(rows, requests.length).map((own, index) =>
    keyedPage(own.map(withoutPosition), requests[index]?.first ?? 0),
  );
}

function withoutPosition({ position, ...row }: Found): ActorRow & { readonly total: number } {
  return row;
}
