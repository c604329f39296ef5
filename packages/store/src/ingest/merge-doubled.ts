import { InputProblems } from '@kreisweit/domain';
import type { Writer } from '../write/write-version.ts';

/**
 * Staged cells that gave way to another one of the same cell: `dropped` are the `-` of keys that are dissolved or not yet
 * there, beside a row that says something, and `.` beside a number; `merged` repeat what the row that stays says.
 */
export type MergedCells = { readonly merged: number; readonly dropped: number };

/**
 * Leaves one staged row for each cell and answers what became of the others.
 *
 * Tables list dissolved and live units, and municipalities under each association they belonged to, so that one
 * territory can stand under several keys; their rows merge when of each cell at most one holds something other than
 * `-`, or when both roles of one territory (Hamburg as Land and as Kreis) say the same. A `.` gives way to a number: what the
 * institute publishes in another row of the same table is neither unknown nor confidential. Two figures for one cell refuse
 * the release.
 */
export async function mergeDoubled(writer: Writer, file: string): Promise<MergedCells> {
  const several = await writer.rows(
    'select from stage_place group by territory_id having count(*) > 1 limit 1',
  );
  if (several.length === 0) return { merged: 0, dropped: 0 };
  return mergeCells(writer, file, NAMED_TWICE);
}

/**
 * The same for keys that stand twice themselves. Looking for them in every long file would be wasted on good ones: the
 * primary key finds them when the cells are stored, and only then this is called.
 */
export async function mergeRepeated(writer: Writer, file: string): Promise<MergedCells> {
  return mergeCells(writer, file, 'true');
}

/** Refuses what cannot be merged. `territories` is an SQL condition on `stage_cell` that narrows the search. */
async function mergeCells(writer: Writer, file: string, territories: string): Promise<MergedCells> {
  await refuseDoubled(writer, file, territories);
  const [merged] = await writer.rows<MergedCells>(mergeSql(territories));
  return merged ?? { merged: 0, dropped: 0 };
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

/** SQL: one of the rows of the cell holds a number. */
const HAS_NUMBER =
  'bool_or(value is not null) over (partition by territory_id, measure_id, period, breakdown_id)';

/** Cells of which rows say different things, or two rows of one role a number; any row may repeat a sign. */
function conflictsSql(territories: string): string {
  return `
with clash as (
  select c.territory_id, array_agg(distinct c.line order by c.line) as lines
  from (
    select *, ${HAS_NUMBER} as has_number
    from stage_cell where sign is distinct from '-' and ${territories}
  ) c
  join stage_place p on p.no = c.place_no
  where not (c.has_number and c.sign is not distinct from '.')
  group by c.territory_id, c.measure_id, c.period, c.breakdown_id
  having count(*) > 1 and (bool_or(c.value is not null) and count(distinct p.role) < count(*)
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
with gone as (
  delete from stage_cell p
  using (
    select ctid as row_id, row_number() over (
      partition by territory_id, measure_id, period, breakdown_id
      order by sign is not distinct from '-', sign is not distinct from '.', line, place_no
    ) as rank, bool_or(sign is distinct from '-') over (
      partition by territory_id, measure_id, period, breakdown_id
    ) as says_something, ${HAS_NUMBER} as has_number
    from stage_cell
    where ${territories}
  ) ranked
  where p.ctid = ranked.row_id and ranked.rank > 1
  returning ranked.says_something and p.sign is not distinct from '-'
    or ranked.has_number and p.sign is not distinct from '.' as gave_way
)
select (count(*) filter (where not gave_way))::int as merged, (count(*) filter (where gave_way))::int as dropped
from gone`;
}
