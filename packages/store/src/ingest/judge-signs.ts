import type { Writer } from '../write/write-version.ts';

/**
 * Gives two signs their meaning, which depends on more than the cell (rule 8).
 *
 * `-` is a zero for a territory that is proven live: by registers around the boundary date, or by a figure of its own
 * for the same period in the same file; and never when all its cells in the file are `-`. An open start or end of
 * validity proves nothing; then it stays NOT_AVAILABLE.
 *
 * `.` through a whole level of a table (all municipalities, several of them) means that the table does not go down to
 * that level, not that each value is confidential.
 */
export async function judgeSigns(writer: Writer): Promise<void> {
  await writer.run(NOT_TABULATED);
  await writer.run(TRUE_ZEROS);
}

const NOT_TABULATED = `
update placed_cell p set status = 40
from (
  select measure_id, period, breakdown_id, kind
  from placed_cell
  group by measure_id, period, breakdown_id, kind
  having count(*) > 1 and bool_and(sign = '.')
) level
where p.sign = '.' and p.measure_id = level.measure_id and p.period = level.period
  and p.breakdown_id = level.breakdown_id and p.kind = level.kind`;

/** The life of a territory in the registers: from the first to the last that shows it in any of its roles. */
const TRUE_ZEROS = `
with dash as (
  select distinct territory_id from placed_cell where sign = '-'
),
evidence as (
  select p.territory_id, p.period, bool_or(p.value is not null) as figure, bool_or(p.sign is distinct from '-') as other
  from placed_cell p
  join dash using (territory_id)
  group by p.territory_id, p.period
),
alive as (
  select territory_id from evidence group by territory_id having bool_or(other)
),
life as (
  select coalesce(t.same_as, t.id) as territory_id, min(v.proven_from) as first, max(v.proven_until) as last
  from territory_version v
  join territory t on t.id = v.territory_id
  where v.evidence = 'REGISTER' and v.version_until is null
  group by coalesce(t.same_as, t.id)
)
update placed_cell p set value = 0, status = 0
from evidence e
join alive a using (territory_id)
left join life l using (territory_id),
  stage_moment m
where p.sign = '-' and p.territory_id = e.territory_id and p.period = e.period
  and m.measure_id = p.measure_id and m.period = p.period and m.state = coalesce(p.state, '')
  and (e.figure or (l.first <= m.boundary_date and l.last >= m.boundary_date))`;
