import type { ActionInForce } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import type { DueRequest } from './open-records.ts';

/**
 * The actions of districts (keys) that end by `until` and were not done or stopped on the day `on`, in the versions of concepts that are in force
 * on that day (`conceptOn`), by district, concept and key. One statement.
 */
export async function actionsInForce(
  db: Kysely<StoreSchema>,
  { districts, until, on }: DueRequest,
): Promise<readonly ActionInForce[]> {
  const { rows } = await sql<ActionInForce>`
    with in_force as (
      select distinct on (v.district_key, v.concept_key) v.district_key, v.concept_key, v.number
      from concept_version v
      where v.district_key = any(${districts}::text[]) and v.adopted_on <= ${on}::date
        and coalesce(v.valid_from, '-infinity') <= ${on}::date and coalesce(v.valid_until, 'infinity') >= ${on}::date
      order by v.district_key, v.concept_key, v.number desc
    )
    select a.district_key as district, a.concept_key as concept, a.number, a.key,
      json_build_object('de', a.title_de, 'en', a.title_en) as title, a.valid_until::text as until, a.status,
      a.done_on::text as "doneOn",
      array(
        select p.actor_key
        from concept_action_actor p
        where p.district_key = a.district_key and p.concept_key = a.concept_key and p.number = a.number
          and p.action_key = a.key
        order by p.position
      ) as actors
    from in_force f
    join concept_action a on a.district_key = f.district_key and a.concept_key = f.concept_key and a.number = f.number
    where a.valid_until <= ${until}::date and a.status <> 'STOPPED' and (a.status <> 'DONE' or a.done_on > ${on}::date)
    order by a.district_key, a.concept_key, a.key`.execute(db);
  return rows;
}
