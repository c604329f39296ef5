import { InputProblems } from '@kreisweit/domain';
import type { Writer } from '../write/write-version.ts';

/**
 * Leaves one staged row for each cell.
 *
 * Tables list dissolved and live units, and municipalities under each association they belonged to, so that one
 * territory can stand under several keys; their rows merge when of each cell at most one holds something other than
 * `-`, or when both roles of one territory (Hamburg as Land and as Kreis) say the same. Two figures for one cell refuse
 * the release.
 */
export async function mergeDoubled(writer: Writer, file: string): Promise<void> {
  const several = await writer.rows(
    'select from stage_place group by territory_id having count(*) > 1 limit 1',
  );
  if (several.length === 0) return;
  await refuseDoubled(writer, file, NAMED_TWICE);
  await writer.run(MERGE);
}

/**
 * Refuses the release when a cell is there twice. `territories` narrows the search: only a territory that stands under
 * several keys is expected to have doubled cells, and looking through all of a long file would be wasted on good ones
 * (a key that stands twice is found by the primary key when the cells are stored).
 */
export async function refuseDoubled(writer: Writer, file: string, territories = 'true'): Promise<void> {
  const conflicts = await writer.rows<{ key: string; name: string; lines: number[] }>(
    conflictsSql(territories),
  );
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

/** Cells of which more than one row carries something; a second role of the territory may repeat the same. */
function conflictsSql(territories: string): string {
  return `
with clash as (
  select c.territory_id, array_agg(distinct c.line order by c.line) as lines
  from (
    select * from stage_cell where sign is distinct from '-' and ${territories}
  ) c
  join stage_place p on p.no = c.place_no
  group by c.territory_id, c.measure_id, c.period, c.breakdown_id
  having count(*) > 1 and (count(distinct p.role) < count(*)
    or count(distinct (coalesce(c.value::text, '') || ' ' || c.status)) > 1)
)
select min(p.delivered_key) as key, min(p.name) as name, min(c.lines) as lines
from clash c
join stage_place p on p.territory_id = c.territory_id
group by c.territory_id
order by min(c.lines)
limit 1000`;
}

/** Keeps the row that carries something, and among equals the one that stands first. */
const MERGE = `
delete from stage_cell p
using (
  select c.ctid as row_id, row_number() over (
    partition by c.territory_id, c.measure_id, c.period, c.breakdown_id
    order by c.sign is not distinct from '-', c.line, c.place_no
  ) as rank
  from stage_cell c
  where c.${NAMED_TWICE}
) ranked
where p.ctid = ranked.row_id and ranked.rank > 1`;
