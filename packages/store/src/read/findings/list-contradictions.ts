import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../../store-schema.ts';
import { movesPiece } from '../lineage-sql.ts';
import { trueAt } from '../true-at.ts';
import { knownDays, showsOnDay } from './known-days.ts';
import type { TimelineFinding } from './timeline-finding.ts';

/**
 * What registers and crosswalks of later days do not bear out in a list of changes: they show what it says was gone
 * (DISSOLVED_BUT_SHOWN), or none of them shows where it says that something went (SUCCESSOR_NOT_SHOWN). A successor that a
 * list dissolves again before the next such day needs not be shown.
 */
export async function listContradictions(
  db: Kysely<StoreSchema>,
  asOf: number,
): Promise<readonly TimelineFinding[]> {
  const { rows } = await sql<TimelineFinding>`
    with change as (
      select c.*, s.file
      from territory_change c
      join change_source s on s.id = c.change_source_id and ${trueAt('s', asOf)}
      where ${movesPiece('c')}
    ),
    day as materialized (select * from ${knownDays(asOf)} d),
    gone as (
      select distinct from_id, territory_kind, from_name, effective_on, file
      from change
      where kinds && array['DISSOLVED', 'KEY_CHANGED']
    ),
    target as (
      select to_id, territory_kind, min(to_name) as to_name, min(effective_on) as effective_on, min(file) as file
      from change
      group by to_id, territory_kind
    )
    select 'DISSOLVED_BUT_SHOWN' as kind, t.kind as "territoryKind", t.key, g.from_name as name,
      g.effective_on::text as "from", d.day::text as until, null as before, g.from_name as after,
      array[g.file, d.file] as sources
    from gone g
    join territory t on t.id = g.from_id
    join day d on d.kind = g.territory_kind and d.day >= g.effective_on
    where ${showsOnDay('d', sql`g.from_id`)}
    union all
    select 'SUCCESSOR_NOT_SHOWN', t.kind, t.key, g.to_name, g.effective_on::text, n.day::text, g.to_name, null,
      array[g.file, n.file]
    from target g
    join territory t on t.id = g.to_id
    cross join lateral (
      select d.day, d.file from day d
      where d.kind = g.territory_kind and d.day >= g.effective_on
      order by d.day, d.source_kind desc, d.id limit 1
    ) n
    where not exists (
        select from day d
        where d.kind = g.territory_kind and d.day >= g.effective_on and ${showsOnDay('d', sql`g.to_id`)}
      )
      and not exists (
        select from gone o where o.from_id = g.to_id and o.effective_on >= g.effective_on and o.effective_on <= n.day
      )
    order by 1, 5, 2, 3, 6`.execute(db);
  return rows;
}
