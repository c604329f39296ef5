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
  await mergeCells(writer, file, NAMED_TWICE);
}

/**
 * The same for keys that stand twice themselves. Looking for them in every long file would be wasted on good ones: the
 * primary key finds them when the cells are stored, and only then this is called.
 */
export async function mergeRepeated(writer: Writer, file: string): Promise<void> {
  await mergeCells(writer, file, 'true');
}

/** Refuses what cannot be merged. `territories` is an SQL condition on `stage_cell` that narrows the search. */
async function mergeCells(writer: Writer, file: string, territories: string): Promise<void> {
  await refuseDoubled(writer, file, territories);
  await writer.run(mergeSql(territories));
}

async function refuseDoubled(writer: Writer, file: string, territories: string): Promise<void> {
  const conflicts = await writer.rows<{ key: string; name: string; lines: (number | null)[] }>(
    conflictsSql(territories),
  );
  if (conflicts.length === 0) return;
  throw new InputProblems(
    `${file} is refused`,
    conflicts.map(({ key, name, lines }) => ({
      file,
      ...(typeof lines[0] === 'number' ? { line: lines[0], column: 1 } : {}),
      message: `${key} ${name} stands ${placesOf(lines)}, and more than one carries figures for the same cell: expected one row a territory`,
    })),
  );
}

function placesOf(lines: readonly (number | null)[]): string {
  return lines.includes(null) ? 'in several rows' : `in lines ${lines.join(' and ')}`;
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
function mergeSql(territories: string): string {
  return `
delete from stage_cell p
using (
  select ctid as row_id, row_number() over (
    partition by territory_id, measure_id, period, breakdown_id
    order by sign is not distinct from '-', line, place_no
  ) as rank
  from stage_cell
  where ${territories}
) ranked
where p.ctid = ranked.row_id and ranked.rank > 1`;
}
