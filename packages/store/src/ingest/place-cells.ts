import { InputProblems } from '@kreisweit/domain';
import type { Writer } from '../write/write-version.ts';

/**
 * Places the staged cells: one row a territory, measure, period and breakdown, in `placed_cell`.
 *
 * Tables list dissolved and live units, and municipalities under each association they belonged to, so that one
 * territory can stand on two rows; they merge when of each cell at most one holds something other than `-`, or when both
 * roles of one territory (Hamburg as Land and as Kreis) say the same. Two figures for one cell refuse the release.
 */
export async function placeCells(writer: Writer, file: string): Promise<void> {
  await writer.run('drop table if exists pg_temp.placed_cell');
  await writer.run(PLACED);
  await refuseDoubled(writer, file, NAMED_TWICE);
  await writer.run(MERGE);
  await writer.run('analyze placed_cell');
}

/**
 * Refuses the release when a cell is there twice. `territories` narrows the search: only a territory that stands under
 * several keys is expected to have doubled cells, and looking through all of a long file would be wasted on good ones
 * (a key that stands twice is found by the primary key when the cells are stored).
 */
export async function refuseDoubled(writer: Writer, file: string, territories = 'true'): Promise<void> {
  await writer.run('drop table if exists pg_temp.doubled_cell');
  if ((await writer.run(doubled(territories))) === 0) return;
  const conflicts = await writer.rows<{ key: string; name: string; lines: number[] }>(CONFLICTS);
  if (conflicts.length === 0) return;
  throw new InputProblems(
    `${file} is refused`,
    conflicts.map(({ key, name, lines }) => ({
      file,
      line: lines[0],
      column: 1,
      message: `${key} ${name} stands in lines ${lines.join(' and ')}, and more than one carries figures for the same cell: expected one row a territory`,
    })),
  );
}

/** Territories that the file names by several keys. */
const NAMED_TWICE =
  'territory_id in (select territory_id from stage_place group by territory_id having count(*) > 1)';

const PLACED = `
create temporary table placed_cell as
select p.district_id, s.measure_id, p.territory_id, s.period, b.id as breakdown_id,
  p.association_id, s.value, s.status, s.flags, s.sign, p.state, p.kind, p.role, s.line, s.territory_no
from stage_cell s
join stage_place p on p.no = s.territory_no
join stage_breakdown b on b.no = s.breakdown_no`;

function doubled(territories: string): string {
  return `
create temporary table doubled_cell as
select district_id, measure_id, territory_id, period, breakdown_id
from placed_cell
where ${territories}
group by district_id, measure_id, territory_id, period, breakdown_id
having count(*) > 1`;
}

/** Doubled cells of which more than one carries something; a second role of the territory may repeat the same. */
const CONFLICTS = `
with clash as (
  select p.territory_id, array_agg(distinct p.line order by p.line) as lines
  from placed_cell p
  join doubled_cell d using (district_id, measure_id, territory_id, period, breakdown_id)
  where p.sign is distinct from '-'
  group by p.territory_id, p.measure_id, p.period, p.breakdown_id
  having count(*) > 1 and (count(distinct p.role) < count(*)
    or count(distinct (coalesce(p.value::text, '') || ' ' || p.status)) > 1)
)
select min(p.delivered_key) as key, min(p.name) as name, min(c.lines) as lines
from clash c
join stage_place p on p.territory_id = c.territory_id
group by c.territory_id
order by min(c.lines)
limit 1000`;

/** Keeps the row that carries something, and among equals the one that stands first. */
const MERGE = `
delete from placed_cell p
using (
  select c.ctid as row_id, row_number() over (
    partition by c.territory_id, c.measure_id, c.period, c.breakdown_id
    order by c.sign is not distinct from '-', c.line, c.territory_no
  ) as rank
  from placed_cell c
  where c.territory_id in (select territory_id from stage_place group by territory_id having count(*) > 1)
) ranked
where p.ctid = ranked.row_id and ranked.rank > 1`;
