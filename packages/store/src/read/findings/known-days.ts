import { type RawBuilder, sql } from 'kysely';
import { trueAt } from '../true-at.ts';

/** SQL: the days on which all territories of a kind are known, each with its source: `source_kind`, `id`, `kind`, `day`, `file`. */
export function knownDays(asOf: number): RawBuilder<unknown> {
  return sql`(
      select 'register' as source_kind, r.id, k.kind, r.territory_date as day, r.file
      from register r
      cross join (values ('municipality'), ('association'), ('district'), ('region'), ('state')) k (kind)
      where ${trueAt('r', asOf)}
      union
      select 'crosswalk', s.id, s.territory_kind, d.day, s.file
      from change_source s
      cross join lateral (select unnest(s.source_days) as day union select s.target_on) d
      where s.kind = 'crosswalk' and d.day is not null and ${trueAt('s', asOf)}
    )`;
}

/** SQL: whether the source `day` (a row of `knownDays`) shows a territory on its day; neither may be called `x`. */
export function showsOnDay(day: string, territoryId: RawBuilder<unknown>): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${day}.${name}`);
  return sql<boolean>`(
      ${column('source_kind')} = 'register' and exists (
        select from register_entry x where x.register_id = ${column('id')} and x.territory_id = ${territoryId}
      )
      or ${column('source_kind')} = 'crosswalk' and (
        exists (
          select from territory_link x
          where x.change_source_id = ${column('id')} and x.source_id = ${territoryId}
            and ${column('day')} between x.source_from and x.source_until
        )
        or exists (
          select from territory_link x
          where x.change_source_id = ${column('id')} and x.target_id = ${territoryId} and x.target_on = ${column('day')}
        )
      )
    )`;
}
