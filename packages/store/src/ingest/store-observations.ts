import { severalInputs } from '../aggregate/several-inputs.ts';
import type { Writer } from '../write/write-version.ts';
import { placeOnce, placeTogether } from './place-once.ts';
import type { Staged } from './stage-release.ts';

/**
 * Writes the staged cells as observations of the new data version and closes what they replace, and notes every cell
 * that changed. Answers how many cells it stored, and how many it withdrew:
 * held by an earlier release and not replaced by this one.
 *
 * A full release closes all open cells of its scope (the measures with the periods that the file holds for them, and the
 * levels of its keys) that the same input delivered before, also those it no longer
 * contains; a partial one closes only the cells it delivers. Another input's cells are never touched (rule 12).
 */
export async function storeObservations(
  writer: Writer,
  release: {
    readonly id: number;
    readonly inputId: number;
    readonly kind: 'full' | 'partial';
    readonly scope: Staged['scope'];
  },
): Promise<{ readonly stored: number; readonly withdrawn: number }> {
  await writer.run('drop table if exists pg_temp.closed_cell');
  await writer.run(CLOSED_CELL);
  if (release.kind === 'full') {
    await writer.run(noteChange(CLOSE_SCOPE), [
      writer.version,
      release.inputId,
      release.scope.map(({ measureId }) => measureId),
      release.scope.map(({ period }) => period),
    ]);
  } else await writer.run(noteChange(CLOSE_DELIVERED), [writer.version, release.inputId]);
  await placeOnce(writer, release.inputId);
  const stored = await writer.run(INSERT, [writer.version, release.inputId, release.id]);
  await writer.run(TOUCH);
  await writer.run(TOUCH_SERIES);
  const measures = release.scope.map(({ measureId }) => measureId);
  if (await severalInputs(writer, measures)) await placeTogether(writer);
  if (stored >= MANY_CELLS) await writer.run('analyze observation');
  const rows = await writer.rows<{ withdrawn: number }>(WITHDRAWN);
  return { stored, withdrawn: rows[0]?.withdrawn ?? 0 };
}

/** Cells that an earlier release held and this one does not. */
const WITHDRAWN = `
select count(*)::int as withdrawn
from closed_cell c
where not exists (
  select from stage_cell s
  where s.measure_id = c.measure_id and s.territory_id = c.territory_id
    and s.period = c.period and s.breakdown_id = c.breakdown_id
)`;

/** After so many new rows the planner's picture of a young table is wrong, and the next statements read them. */
const MANY_CELLS = 10_000;

const CLOSED_CELL = `
create temporary table closed_cell (
  district_id int not null, measure_id int not null, territory_id int not null, period text collate "C" not null,
  breakdown_id int not null
)`;

const TOUCH = `
insert into touched (district_id, measure_id, period, breakdown_id)
select district_id, measure_id, period, breakdown_id from stage_cell
union
select district_id, measure_id, period, breakdown_id from closed_cell
on conflict do nothing`;

const TOUCH_SERIES = `
insert into touched_series (district_id, territory_id, measure_id, breakdown_id)
select district_id, territory_id, measure_id, breakdown_id from stage_cell
union
select district_id, territory_id, measure_id, breakdown_id from closed_cell`;

/** Cells that are delivered anew, each found by its whole key. */
const CLOSE_DELIVERED = `update observation o set version_until = $1
from stage_cell p
where p.district_id = o.district_id and p.measure_id = o.measure_id and o.input_id = $2
  and p.territory_id = o.territory_id and p.period = o.period and p.breakdown_id = o.breakdown_id
  and o.version_until is null`;

/** The districts are listed so that the primary key is used, which begins with them. */
const CLOSE = `update observation o set version_until = $1
where o.district_id = any(array(select id from territory where kind in ('district', 'region', 'state', 'country', 'municipality')))
  and o.measure_id = any($3) and o.input_id = $2 and o.version_until is null
  and (o.measure_id, o.period) in (select * from unnest($3::int[], $4::text[]))`;

/**
 * The levels are those that the keys name: a kreisfreie Stadt in a table of municipalities does not make it a table of
 * districts.
 */
const IN_SCOPE = `o.territory_id in (
    select coalesce(same_as, id) from territory where kind in (select role from stage_place)
  )`;

/** Also where the key names another level than the territory has: `02000000` while no register knows the municipality. */
const DELIVERED_AGAIN = `exists (
    select from stage_cell p
    where p.district_id = o.district_id and p.measure_id = o.measure_id and p.territory_id = o.territory_id
      and p.period = o.period and p.breakdown_id = o.breakdown_id
  )`;

const CLOSE_SCOPE = `${CLOSE} and (${IN_SCOPE} or ${DELIVERED_AGAIN})`;

function noteChange(update: string): string {
  return `with closed as (
  ${update} returning o.district_id, o.measure_id, o.territory_id, o.period, o.breakdown_id
)
insert into closed_cell (district_id, measure_id, territory_id, period, breakdown_id) select * from closed`;
}

const INSERT = `
insert into observation (
  district_id, measure_id, input_id, territory_id, period, breakdown_id, version_from,
  release_id, association_id, value, status, flags, sign, reference_date, boundary_date
)
select p.district_id, p.measure_id, $2, p.territory_id, p.period, p.breakdown_id, $1,
  $3, p.association_id, p.value, p.status, p.flags, p.sign, m.reference_date, m.boundary_date
from stage_cell p
join stage_moment m on m.no = p.moment_no
order by p.district_id, p.measure_id, p.territory_id, p.period, p.breakdown_id`;
