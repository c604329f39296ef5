import { type Kysely, sql } from 'kysely';

/** Gives each actor the district in which all of its territories lie, as the latest memberships say. */
export const keepInDistricts = `
with place as (
  select l.actor_key, l.territory_id, coalesce(t.same_as, t.id) as canonical_id
  from actor_territory l
  join territory t on t.id = l.territory_id
),
lies as (
  select distinct on (p.actor_key, p.territory_id) p.actor_key, d.key
  from place p
  join territory r on coalesce(r.same_as, r.id) = p.canonical_id
  left join membership m on m.member_id = r.id and m.relation = 'district' and r.kind <> 'district'
    and m.version_until is null
  left join territory d on d.kind = 'district' and d.id = coalesce(m.parent_id, r.id)
  order by p.actor_key, p.territory_id, (r.kind = 'district') desc, d.key is null,
    coalesce(m.in_force_until, m.proven_until) desc, m.proven_from desc
),
kept as (
  select actor_key, min(key) as key
  from lies
  group by actor_key
  having count(*) = count(key) and count(distinct key) = 1
)
update actor set district_key = kept.key from kept where kept.actor_key = actor.key`;

/**
 * Actors as the directory of a district keeps them. `district_key` is the district whose coordination keeps the entry: at first the one in which all
 * of its territories lie, null where there is no such one. A merged actor keeps its row and names in `merged_into` the one that is left, never
 * one that was merged itself.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table actor
     add column district_key text,
     add column website text,
     add column email text,
     add column source text not null default 'nicht angegeben',
     add column deactivated_on date,
     add column merged_into text references actor (key),
     add column revision int not null default 1,
     add check (merged_into <> key)`,
  'create index actor_district_key on actor (district_key)',
  'create index actor_merged_into on actor (merged_into) where merged_into is not null',
  `create table actor_membership (
    actor_key text not null references actor (key) on delete cascade,
    position int not null,
    organisation_key text not null references actor (key) on delete cascade,
    valid_from date,
    valid_until date,
    primary key (actor_key, position),
    check (organisation_key <> actor_key)
  )`,
  'create index actor_membership_organisation on actor_membership (organisation_key)',
  `update actor set source = 'Beispiel' where demo`,
  keepInDistricts,
];
