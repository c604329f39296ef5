import type { Writer } from '../write/write-version.ts';
import { PROVEN_LIFE } from './proven-life.ts';
import { silentDash } from './silent-dash.ts';
import { SUCCESSION } from './succession.ts';

/**
 * Judges every delivered `-` anew after the registers changed: what has come to be proven live holds a zero, what is
 * not proven any more is not available (rule 8; see `judgeSigns`). Changed cells are closed and written again in the
 * new data version, under the release that delivered them, and touched: their districts may have changed in nothing else.
 * The evidence is the release as it was delivered, whatever of it was replaced since.
 */
export async function rejudgeDashes(writer: Writer): Promise<void> {
  await writer.run('drop table if exists pg_temp.rejudged');
  await writer.run(REJUDGED);
  await writer.run(CORRECT, [writer.version]);
  await writer.run(CLOSE, [writer.version]);
  await writer.run(INSERT, [writer.version]);
  await writer.run(TOUCH);
  await writer.run(TOUCH_SERIES);
}

/**
 * The query that judges cells with `-` by what is known now: all columns of `dash`, a query of rows of `observation`, and
 * `zero`, whether the sign is one.
 */
export function judgedDashes(dash: string): string {
  return `
with dash as (
  ${dash}
),
evidence as (
  select o.release_id, o.canonical_id as territory_id, o.period,
    bool_or(o.value is not null and o.sign is distinct from '-') as figure,
    bool_or(o.sign is distinct from '-') as other
  from (
    select o.*, coalesce(t.same_as, t.id) as canonical_id from observation o join territory t on t.id = o.territory_id
  ) o
  where (o.release_id, o.canonical_id) in (select release_id, territory_id from dash)
  group by o.release_id, o.canonical_id, o.period
),
alive as (
  select release_id, territory_id from evidence group by release_id, territory_id having bool_or(other)
),
life as (${PROVEN_LIFE}
),
moved as (
  select distinct o.release_id, s.source_id as territory_id, o.period
  from (${SUCCESSION}
  ) s
  join observation o on o.territory_id = s.target_id and o.value is not null and o.sign is distinct from '-'
    and o.boundary_date < s.began
  where (o.release_id, s.source_id) in (select release_id, territory_id from dash)
)
select d.*, not ${silentDash('d.measure_id', 'd.input_id')} and coalesce(a.territory_id is not null
  and (e.figure or d.boundary_date between l.first and l.last)
  and (d.release_id, d.territory_id, d.period) not in (select release_id, territory_id, period from moved), false) as zero
from dash d
join evidence e using (release_id, territory_id, period)
left join alive a using (release_id, territory_id)
left join life l using (territory_id)`;
}

const REJUDGED = `
create temporary table rejudged as
${judgedDashes("select * from observation where sign = '-' and version_until is null")}`;

const SAME_CELL = `o.district_id = r.district_id and o.measure_id = r.measure_id and o.input_id = r.input_id
  and o.territory_id = r.territory_id and o.period = r.period and o.breakdown_id = r.breakdown_id
  and o.version_until is null and r.zero <> (r.value is not null)`;

/** Cells that this very data version has put where they belong are its own already. */
const CORRECT = `
update observation o set value = case when r.zero then 0 end, status = case when r.zero then 0 else 20 end
from rejudged r
where ${SAME_CELL} and o.version_from = $1`;

const CLOSE = `
update observation o set version_until = $1
from rejudged r
where ${SAME_CELL} and o.version_from < $1`;

const INSERT = `
insert into observation (
  district_id, measure_id, input_id, territory_id, period, breakdown_id, version_from,
  release_id, association_id, value, status, flags, sign, reference_date, boundary_date
)
select district_id, measure_id, input_id, territory_id, period, breakdown_id, $1,
  release_id, association_id, case when zero then 0 end, case when zero then 0 else 20 end, flags, sign, reference_date, boundary_date
from rejudged
where zero <> (value is not null) and version_from < $1`;

const TOUCH = `
insert into touched (district_id, measure_id, period, breakdown_id)
select distinct district_id, measure_id, period, breakdown_id
from rejudged
where zero <> (value is not null)
on conflict do nothing`;

const TOUCH_SERIES = `
insert into touched_series (district_id, territory_id, measure_id, breakdown_id)
select distinct district_id, territory_id, measure_id, breakdown_id
from rejudged
where zero <> (value is not null)`;
