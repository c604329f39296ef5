import { PROVEN_LIFE } from '../territory/proven-life.ts';
import { silentDash } from '../territory/silent-dash.ts';
import { SUCCESSION } from '../territory/succession.ts';
import type { Writer } from '../write/write-version.ts';

/**
 * Gives two signs their meaning, which depends on more than the cell (rule 8).
 *
 * `-` is a zero for a territory that is proven live: by registers around the boundary date, or by a figure of its own
 * for the same period in the same file; and never when all its cells in the file are `-`. An open start or end of
 * validity proves nothing; then it stays NOT_AVAILABLE. So it does where the input or the measure says that a `-` says nothing,
 * and where its successor carries a figure already, although
 * it did not exist yet: some tables stand on later boundaries.
 *
 * `.` through a whole level of a table (all municipalities, several of them) means that the table does not go down to
 * that level, not that each value is confidential. A partial release is no whole table, so there it proves nothing.
 */
export async function judgeSigns(
  writer: Writer,
  { inputId, kind }: { readonly inputId: number; readonly kind: 'full' | 'partial' },
): Promise<void> {
  const signs = await writer.rows<{ sign: string }>(
    'select distinct sign from stage_cell where sign is not null',
  );
  if (kind === 'full' && signs.some(({ sign }) => sign === '.')) await writer.run(NOT_TABULATED);
  if (signs.some(({ sign }) => sign === '-')) await writer.run(TRUE_ZEROS, [inputId]);
}

const NOT_TABULATED = `
update stage_cell c set status = 40
from stage_place p, (
  select c.measure_id, c.period, c.breakdown_id, p.kind
  from stage_cell c
  join stage_place p on p.no = c.place_no
  group by c.measure_id, c.period, c.breakdown_id, p.kind
  having count(*) > 1 and bool_and(c.sign is not distinct from '.')
) level
where c.sign = '.' and p.no = c.place_no and c.measure_id = level.measure_id and c.period = level.period
  and c.breakdown_id = level.breakdown_id and p.kind = level.kind`;

const TRUE_ZEROS = `
with dash as (
  select distinct territory_id from stage_cell where sign = '-'
),
evidence as (
  select c.territory_id, c.period, bool_or(c.value is not null) as figure,
    bool_or(c.sign is distinct from '-') as other
  from stage_cell c
  join dash using (territory_id)
  group by c.territory_id, c.period
),
alive as (
  select territory_id from evidence group by territory_id having bool_or(other)
),
life as (${PROVEN_LIFE}
),
moved as (
  select distinct s.source_id as territory_id, c.period
  from (${SUCCESSION}
  ) s
  join stage_cell c on c.territory_id = s.target_id and c.value is not null
  join stage_moment m on m.no = c.moment_no and m.boundary_date < s.began
  where s.source_id in (select territory_id from dash)
)
update stage_cell c set value = 0, status = 0
from evidence e
join alive a using (territory_id)
left join life l using (territory_id),
  stage_moment m
where c.sign = '-' and not ${silentDash('c.measure_id', '$1::int')}
  and c.territory_id = e.territory_id and c.period = e.period and m.no = c.moment_no
  and (e.figure or m.boundary_date between l.first and l.last)
  and (c.territory_id, c.period) not in (select territory_id, period from moved)`;
