import { sql } from 'kysely';
import type { Store } from '../open-store.ts';

/** All open observations, as text with names in place of numbers; a release is named by its checksum. */
export async function openObservations({ db }: Store): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', 'in', d.kind, d.key || ':', t.kind, t.key, m.key, nullif(b.key, ''), o.period, '=',
      coalesce(o.value::text, 'null'), o.status, o.flags, o.sign, 'of', i.key, r.checksum, o.reference_date,
      o.boundary_date, 'in ' || a.key) as line
    from observation o
    join territory d on d.id = o.district_id
    join territory t on t.id = o.territory_id
    join catalogue_item m on m.id = o.measure_id
    join catalogue_item i on i.id = o.input_id
    join breakdown b on b.id = o.breakdown_id
    join release r on r.id = o.release_id
    left join territory a on a.id = o.association_id
    where o.version_until is null
    order by 1`.execute(db);
  return rows.map(({ line }) => line);
}

/** What counts of all territories, as text: their names, and the parents to which they belong, with days and evidence. */
export async function openTerritories({ db }: Store): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', t.kind, t.key, v.evidence, v.name, v.proven_from, v.proven_until, v.in_force_from,
      v.in_force_until, v.ars, v.ags) as line
    from territory_version v
    join territory t on t.id = v.territory_id
    where v.version_until is null
    union all
    select concat_ws(' ', t.kind, t.key, 'in', m.relation, p.key, m.proven_from, m.proven_until, m.in_force_from,
      m.in_force_until)
    from membership m
    join territory t on t.id = m.member_id
    join territory p on p.id = m.parent_id
    where m.version_until is null
    order by 1`.execute(db);
  return rows.map(({ line }) => line);
}
