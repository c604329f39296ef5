import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { StoreSchema } from '../../store-schema.ts';
import { trueAt } from '../true-at.ts';
import { consecutiveRegisters, isSingle } from './consecutive-registers.ts';
import type { TimelineFinding } from './timeline-finding.ts';

/**
 * Territories that two consecutive registers show otherwise: under another name (RENAMED), with another Textkennzeichen
 * (REDESIGNATED), or, by the digits of the ARS, in another association (MOVED_ASSOCIATION). What a list says of a new name
 * or key in between explains it.
 */
export async function alteredTerritories(
  db: Kysely<StoreSchema>,
  asOf: number,
): Promise<readonly TimelineFinding[]> {
  const { rows } = await sql<TimelineFinding>`
    select a.kind, t.kind as "territoryKind", t.key, n.name, p.before_on::text as "from", p.after_on::text as until,
      a.before, a.after, array[p.before_file, p.after_file] as sources
    from ${consecutiveRegisters(asOf)} p
    join register_entry e on e.register_id = p.before_id
    join register_entry n on n.register_id = p.after_id and n.territory_id = e.territory_id
    join territory t on t.id = e.territory_id
    cross join lateral (
      values
        ('RENAMED', e.name, n.name, 'NAME_CHANGED', t.kind <> 'country' and not (${isSingle('e')} and ${isSingle('n')})),
        ('REDESIGNATED', e.text_code, n.text_code, 'NAME_CHANGED', true),
        ('MOVED_ASSOCIATION', ${associationOf('e')}, ${associationOf('n')}, 'KEY_CHANGED',
          t.kind = 'municipality' and left(e.ars, 9) <> left(n.ars, 9))
    ) a (kind, before, after, explained_by, applies)
    where a.applies and a.before is distinct from a.after
      and not exists (
        select from territory_change c
        join change_source s on s.id = c.change_source_id and ${trueAt('s', asOf)}
        where c.from_id = e.territory_id and c.to_id = c.from_id and a.explained_by = any(c.kinds)
          and c.effective_on > p.before_on and c.effective_on <= p.after_on
      )
    order by p.before_on, a.kind, t.kind, t.key`.execute(db);
  return rows;
}

/** SQL: key and name of the association of an entry of a register, by the digits of its ARS. */
function associationOf(alias: string): RawBuilder<string> {
  const entry = (column: string) => sql.ref(`${alias}.${column}`);
  return sql`(
          select concat_ws(' ', left(${entry('ars')}, 9), min(o.name))
          from territory w
          join register_entry o on o.territory_id = w.id and o.register_id = ${entry('register_id')}
          where w.kind = 'association' and w.key = left(${entry('ars')}, 9)
        )`;
}
