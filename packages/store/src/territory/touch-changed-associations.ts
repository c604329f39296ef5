import type { Writer } from '../write/write-version.ts';

/**
 * Touches all cells of the districts in which a table told this data version of other associations of municipalities that
 * lists or crosswalks know: those are expected members, and sums of other tables change with them. Rows are written anew
 * with every table that names them: changed is what has no equal among those before.
 */
export async function touchChangedAssociations(writer: Writer): Promise<void> {
  const changed = await writer.rows<{ id: number }>(CHANGED_DISTRICT, [writer.version]);
  if (changed.length === 0) return;
  await writer.run(TOUCH, [changed.map(({ id }) => id)]);
}

const CHANGED_DISTRICT = `
select distinct coalesce(d.same_as, d.id) as id
from membership m
join territory t on t.id = m.member_id and t.evidence = 'LIST'
join territory d on d.kind = 'district' and d.key = left(t.key, 5)
where m.relation = 'association' and $1 in (m.version_from, m.version_until) and not exists (
  select from membership o
  where o.member_id = m.member_id and o.parent_id = m.parent_id and o.relation = m.relation
    and o.in_force_from = m.in_force_from and o.in_force_until = m.in_force_until
    and $1 in (o.version_from, o.version_until) and o.version_from <> m.version_from
)`;

const TOUCH = `
insert into touched (district_id, measure_id, period, breakdown_id)
select distinct district_id, measure_id, period, breakdown_id
from observation
where district_id = any($1) and version_until is null
on conflict do nothing`;
