import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../../store-schema.ts';
import { trueAt } from '../true-at.ts';
import { consecutiveRegisters, isSingle } from './consecutive-registers.ts';
import type { TimelineFinding } from './timeline-finding.ts';

/**
 * Territories that only the earlier of two consecutive registers shows (VANISHED), where no list dissolves them and no
 * crosswalk leads on from them in between.
 */
export async function vanishedTerritories(
  db: Kysely<StoreSchema>,
  asOf: number,
): Promise<readonly TimelineFinding[]> {
  const { rows } = await sql<TimelineFinding>`
    select 'VANISHED' as kind, t.kind as "territoryKind", t.key, e.name, p.before_on::text as "from",
      p.after_on::text as until, e.name as before, null as after, array[p.before_file, p.after_file] as sources
    from ${consecutiveRegisters(asOf)} p
    join register_entry e on e.register_id = p.before_id and not ${isSingle('e')}
    join territory t on t.id = e.territory_id
    where not exists (
        select from register_entry n where n.register_id = p.after_id and n.territory_id = e.territory_id
      )
      and not exists (
        select from territory_change c
        join change_source s on s.id = c.change_source_id and ${trueAt('s', asOf)}
        where c.from_id = e.territory_id and c.to_id <> c.from_id and c.kinds && array['DISSOLVED', 'KEY_CHANGED']
          and c.effective_on > p.before_on and c.effective_on <= p.after_on
      )
      and not exists (
        select from territory_link l
        join change_source s on s.id = l.change_source_id and s.kind = 'crosswalk' and ${trueAt('s', asOf)}
        where l.source_id = e.territory_id and l.target_id <> l.source_id
          and l.source_until >= p.before_on and l.source_until < p.after_on
      )
    order by p.before_on, t.kind, t.key`.execute(db);
  return rows;
}
