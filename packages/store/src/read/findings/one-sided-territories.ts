import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../../store-schema.ts';
import { trueAt } from '../true-at.ts';
import { consecutiveRegisters, isSingle } from './consecutive-registers.ts';
import type { TimelineFinding } from './timeline-finding.ts';

/** What the finding says of the register that shows the territory, and of the sources that would explain it. */
const sides = {
  VANISHED: {
    shown: sql.raw('p.before_id'),
    missing: sql.raw('p.after_id'),
    before: sql.raw('e.name'),
    after: sql.raw('null'),
    changed: sql.raw('c.from_id'),
    linked: sql.raw('l.source_id'),
  },
  APPEARED: {
    shown: sql.raw('p.after_id'),
    missing: sql.raw('p.before_id'),
    before: sql.raw('null'),
    after: sql.raw('e.name'),
    changed: sql.raw('c.to_id'),
    linked: sql.raw('l.target_id'),
  },
} as const;

/**
 * Territories that only one of two consecutive registers shows: the earlier (VANISHED), where no list dissolves them and no
 * crosswalk leads on from them in between, or the later (APPEARED), where none of them says what they came from.
 */
export async function oneSidedTerritories(
  db: Kysely<StoreSchema>,
  asOf: number,
  kind: 'VANISHED' | 'APPEARED',
): Promise<readonly TimelineFinding[]> {
  const { shown, missing, before, after, changed, linked } = sides[kind];
  const { rows } = await sql<TimelineFinding>`
    select ${sql.lit(kind)} as kind, t.kind as "territoryKind", t.key, e.name, p.before_on::text as "from",
      p.after_on::text as until, ${before} as before, ${after} as after, array[p.before_file, p.after_file] as sources
    from ${consecutiveRegisters(asOf)} p
    join register_entry e on e.register_id = ${shown} and not ${isSingle('e')}
    join territory t on t.id = e.territory_id
    where not exists (
        select from register_entry n where n.register_id = ${missing} and n.territory_id = e.territory_id
      )
      and not exists (
        select from territory_change c
        join change_source s on s.id = c.change_source_id and ${trueAt('s', asOf)}
        where ${changed} = e.territory_id and c.to_id <> c.from_id and c.kinds && array['DISSOLVED', 'KEY_CHANGED']
          and c.effective_on > p.before_on and c.effective_on <= p.after_on
      )
      and not exists (
        select from territory_link l
        join change_source s on s.id = l.change_source_id and s.kind = 'crosswalk' and ${trueAt('s', asOf)}
        where ${linked} = e.territory_id and l.target_id <> l.source_id
          and l.source_until >= p.before_on and l.source_until < p.after_on
      )
    order by p.before_on, t.kind, t.key`.execute(db);
  return rows;
}
