import type { ActionProgress } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import { groupByPosition } from '../read/group-by-position.ts';
import { type KeyedPage, keyedPage } from '../read/keyed-page.ts';
import type { StoreSchema } from '../store-schema.ts';
import { actionProgressSql } from './action-progress-sql.ts';
import type { ConceptAddress } from './concept-address.ts';
import { isInForce } from './is-in-force.ts';

/**
 * A page of what actors (keys, also of ones that were merged) carry out of the concepts that are in force `on` a day (ISO): only in one `district` (its key),
 * only what stands so; null leaves it open.
 */
export type ActorActionsQuery = {
  readonly actors: readonly string[];
  readonly on: string;
  readonly district: string | null;
  readonly progress: readonly ActionProgress[] | null;
  readonly first: number;
  readonly after: string | null;
};

/** Where an action stands: its version and its key there. `key` is its place in the list. */
export type ActionPlace = ConceptAddress & { readonly key: string; readonly action: string };

/**
 * The actions that actors carry out, by their end (those without one last), in the order of the actors: all of the pages in one statement. Drafts and
 * versions that others have replaced are left out.
 */
export async function actionsOfActors(
  db: Kysely<StoreSchema>,
  { actors, on, district, progress, first, after }: ActorActionsQuery,
): Promise<readonly KeyedPage<ActionPlace>[]> {
  const day = sql`${on}::date`;
  const { rows } = await sql<ActionPlace & { position: number; total: number }>`
    with found as materialized (
      select distinct w.position, a.district_key, a.concept_key, a.number, a.key,
        coalesce(a.valid_until::text, '~') || '/' || a.district_key || '/' || a.concept_key || '/' || a.key as place
      from unnest(${actors}::text[]) with ordinality as w (actor, position)
      join actor asked on asked.key = w.actor
      join actor known on coalesce(known.merged_into, known.key) = coalesce(asked.merged_into, asked.key)
      join concept_action_actor l on l.actor_key = known.key
      join concept_version v
        on v.district_key = l.district_key and v.concept_key = l.concept_key and v.number = l.number and ${isInForce(day)}
      join concept_action a
        on a.district_key = l.district_key and a.concept_key = l.concept_key and a.number = l.number and a.key = l.action_key
      where (${district}::text is null or a.district_key = ${district})
        and (${progress}::text[] is null or ${actionProgressSql(day)} = any(${progress}::text[]))
    )
    select counted.position::int, counted.total, page.*
    from (
      select w.position, count(f.number)::int as total
      from generate_series(1, ${actors.length}::int) as w (position)
      left join found f on f.position = w.position
      group by w.position
    ) counted
    left join lateral (
      select f.place as key, f.district_key as district, f.concept_key as concept, f.number, f.key as action
      from found f
      where f.position = counted.position and (${after}::text is null or f.place collate "C" > ${after})
      order by f.place collate "C"
      limit ${first + 1}
    ) page on true
    order by counted.position, page.key collate "C"`.execute(db);
  return groupByPosition(rows, actors.length).map((group) => {
    const { rows: found, ...page } = keyedPage(group, first);
    return {
      ...page,
      rows: found.map(({ key, district, concept, number, action }) => ({
        ...{ key, district, concept, number },
        action,
      })),
    };
  });
}
