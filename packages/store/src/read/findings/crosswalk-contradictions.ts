import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../../store-schema.ts';
import { knownDays, showsOnDay } from './known-days.ts';
import { lastName } from './last-name.ts';
import type { TimelineFinding } from './timeline-finding.ts';

/**
 * Where a register and a crosswalk of the very same day differ in what they show: only the register (NOT_IN_CROSSWALK) or
 * only the crosswalk (NOT_IN_REGISTER).
 */
export async function crosswalkContradictions(
  db: Kysely<StoreSchema>,
  asOf: number,
): Promise<readonly TimelineFinding[]> {
  const { rows } = await sql<TimelineFinding>`
    with day as materialized (select * from ${knownDays(asOf)} d),
    pair as (
      select r.id as register_id, c.id as change_source_id, r.kind, r.day, r.file as register_file, c.file,
        c.source_kind
      from day r
      join day c on c.source_kind = 'crosswalk' and c.kind = r.kind and c.day = r.day
      where r.source_kind = 'register'
    )
    select 'NOT_IN_CROSSWALK' as kind, t.kind as "territoryKind", t.key, e.name, p.day::text as "from",
      p.day::text as until, e.name as before, null as after, array[p.register_file, p.file] as sources
    from pair p
    join register_entry e on e.register_id = p.register_id
    join territory t on t.id = e.territory_id and t.kind = p.kind
    join day c on c.source_kind = 'crosswalk' and c.id = p.change_source_id and c.day = p.day
    where not ${showsOnDay('c', sql`e.territory_id`)}
    union all
    select 'NOT_IN_REGISTER', t.kind, t.key, coalesce(n.name, t.key), p.day::text, p.day::text, null,
      coalesce(n.name, t.key), array[p.register_file, p.file]
    from pair p
    cross join lateral (
      select l.source_id as id from territory_link l
      where l.change_source_id = p.change_source_id and p.day between l.source_from and l.source_until
      union
      select l.target_id from territory_link l where l.change_source_id = p.change_source_id and l.target_on = p.day
    ) shown
    join territory t on t.id = shown.id and t.kind = p.kind
    left join lateral ${lastName(asOf)} n on true
    where not exists (
      select from register_entry e where e.register_id = p.register_id and e.territory_id = t.id
    )
    order by 5, 1, 2, 3, 9`.execute(db);
  return rows;
}
