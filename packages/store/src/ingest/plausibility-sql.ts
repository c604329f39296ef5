import { flagBits } from '@kreisweit/domain';
import { POSSIBLE_DISTRICTS } from './place-once.ts';

/** What is stored of the territories of a release beside its own cells, as far as rules read it. */
export const CREATE_BESIDE = `
create temporary table beside_cell (
  territory_id int not null, measure_id int not null, period text collate "C" not null, breakdown_id int not null,
  value double precision, status smallint not null, flags smallint not null, is_of_input boolean not null
)`;

/** Under which districts the territories of a release may stand; asked first, so that the planner knows how many. */
export const DISTRICTS = `
select district_id as district from stage_cell
union
select district_id from (${POSSIBLE_DISTRICTS}) p where territory_id in (select territory_id from stage_place)`;

/**
 * Of several inputs the latest delivery counts, but a \`-\` gives way to anything else. Of a partial release also cells of its
 * own input count with it where categories are added up. Own counts (`$6`) of others are left out for whoever delivers over the API (`$7`):
 * whether a rule is broken would tell them.
 */
export const FILL_BESIDE = `
insert into beside_cell (territory_id, measure_id, period, breakdown_id, value, status, flags, is_of_input)
select distinct on (o.territory_id, o.measure_id, o.period, o.breakdown_id)
  o.territory_id, o.measure_id, o.period, o.breakdown_id, o.value, o.status, o.flags, o.input_id is not distinct from $4
from observation o
where o.district_id = any($5) and o.measure_id = any($1) and o.period = any($2) and o.version_until is null and o.release_id <> $3
  and o.territory_id in (select territory_id from stage_place)
  and (
    $7::text is null or not o.measure_id = any($6)
    or exists (select from release r where r.id = o.release_id and r.delivered_by = $7)
  )
  and not exists (
    select from stage_cell c
    where c.territory_id = o.territory_id and c.measure_id = o.measure_id and c.period = o.period
      and c.breakdown_id = o.breakdown_id
  )
order by o.territory_id, o.measure_id, o.period, o.breakdown_id, o.sign is not distinct from '-', o.release_id desc`;

/** For which measures, periods and breakdowns a table of cells has values. */
export const heldSql = (table: 'stage_cell' | 'beside_cell'): string => `
select measure_id as "measureId", period, breakdown_id as "breakdownId"
from ${table}
where status = 0 and value is not null
group by measure_id, period, breakdown_id`;

/**
 * Which cells are a slot of which instance of a rule, whatever the territory (see `slotRows`).
 */
export const CREATE_SLOTS = `
create temporary table rule_slot (
  instance_no int not null, rule_no int not null, later text collate "C" not null, whole_id int not null,
  slot int not null, measure_id int not null, period text collate "C" not null, breakdown_id int not null,
  kind text not null, is_partition boolean not null, is_error boolean not null, slots int not null,
  slack double precision not null, tolerance double precision, low double precision, high double precision
)`;

export const FILL_SLOTS = `
insert into rule_slot
select s.*, r.kind, r.is_partition, r.is_error, r.slots, r.slack, r.tolerance, r.low, r.high
from unnest($1::int[], $2::int[], $3::text[], $4::int[], $5::int[], $6::int[], $7::text[], $8::int[])
  as s (instance_no, rule_no, later, whole_id, slot, measure_id, period, breakdown_id)
join unnest(
    $9::int[], $10::text[], $11::boolean[], $12::boolean[], $13::int[], $14::double precision[], $15::double precision[],
    $16::double precision[], $17::double precision[]
  ) as r (rule_no, kind, is_partition, is_error, slots, slack, tolerance, low, high) using (rule_no)`;

/** A release of a whole country takes a hundred times as long where the planner does not know how large it is. */
export const ANALYZE = `
analyze stage_cell (territory_id, measure_id, period, breakdown_id, value, status), beside_cell, rule_slot`;

const INEXACT = flagBits.ROUNDED | flagBits.PERTURBED;

type Side = 'stage_cell' | 'beside_cell';

/** The values of a table of cells that are a slot; of totals and categories only exact ones of the same input. */
const slotValues = (table: Side, cell: string, slot: string): string => `${table} ${cell}
  join rule_slot ${slot} on ${slot}.measure_id = ${cell}.measure_id and ${slot}.breakdown_id = ${cell}.breakdown_id
    and ${slot}.period = ${cell}.period and ${cell}.status = 0 and ${cell}.value is not null
    and (not ${slot}.is_partition or (${cell}.flags & ${INEXACT} = 0${table === 'beside_cell' ? ` and ${cell}.is_of_input` : ''}))`;

/**
 * The instances that break a rule, errors apart from warnings: how many, and the first of them, taking turns among the rules so
 * that a rule that is broken often does not hide the others. A rule of one value needs no grouping.
 */
export const FIND = `
with read as (
  select s.instance_no, c.territory_id, s.slot, c.value, true as is_staged
  from ${slotValues('stage_cell', 'c', 's')}
  where s.slots > 1
  union all
  select s.instance_no, c.territory_id, s.slot, c.value, false
  from ${slotValues('beside_cell', 'c', 's')}
),
instance as (
  select instance_no, territory_id, count(*) as slots, count(*) filter (where is_staged) as staged,
    max(value) filter (where slot = 0) as first, sum(value) filter (where slot > 0) as others
  from read
  group by instance_no, territory_id
),
broken as (
  select i.instance_no, i.territory_id
  from instance i
  join rule_slot s on s.instance_no = i.instance_no and s.slot = 0
  where i.staged > 0 and i.slots = s.slots and case s.kind
      when 'sum' then abs(i.others - i.first) > s.tolerance + s.slack * greatest(abs(i.others), abs(i.first))
      when 'atMost' then i.first - i.others > s.slack * greatest(abs(i.first), abs(i.others))
      when 'atLeast' then i.others - i.first > s.slack * greatest(abs(i.first), abs(i.others))
      when 'change' then i.others >= s.low and (
        i.first - s.high * i.others > s.slack * greatest(abs(i.first), abs(s.high * i.others))
        or i.others / nullif(s.high, 0) - i.first
          > s.slack * greatest(abs(i.others / nullif(s.high, 0)), abs(i.first))
      )
      else false
    end
  union all
  select s.instance_no, c.territory_id
  from ${slotValues('stage_cell', 'c', 's')}
  where s.kind = 'range' and (c.value < s.low or c.value > s.high)
),
turned as (
  select b.*, s.rule_no, s.later, s.whole_id, s.is_error, count(*) over (partition by s.rule_no)::int as of_rule,
    row_number() over (partition by s.rule_no order by b.territory_id, b.instance_no) as turn
  from broken b
  join rule_slot s on s.instance_no = b.instance_no and s.slot = 0
),
placed as (
  select *, row_number() over (partition by is_error order by turn, rule_no) as place,
    count(*) over (partition by is_error)::int as total
  from turned
)
select instance_no as "instanceNo", territory_id as "territoryId", rule_no as rule, later as period,
  (select key from breakdown where id = whole_id) as breakdown, is_error as "isError", of_rule as "ofRule", total
from placed
where place <= case when is_error then $1::int else $2::int end
order by territory_id, instance_no`;

/** The values of instances that were found, with the places in the file of those that stand there. */
export const DETAIL = `
with found as (
  select * from unnest($1::int[], $2::int[], $3::int[]) as f (no, instance_no, territory_id)
),
wanted as (
  select f.no, f.territory_id, p.* from found f join rule_slot p using (instance_no)
)
select p.no, p.slot, v.value, v.period, b.key as breakdown, v.is_stored as "isStored", v.line, v.file_column as "column",
  s.delivered_key as territory
from wanted p
join (
  select territory_id, measure_id, period, breakdown_id, value, false as is_stored, line, file_column, place_no
  from stage_cell
  where territory_id = any($3) and status = 0 and value is not null
  union all
  select territory_id, measure_id, period, breakdown_id, value, true, null, null, null
  from beside_cell
  where territory_id = any($3) and status = 0 and value is not null
) v using (territory_id, measure_id, period, breakdown_id)
join breakdown b on b.id = v.breakdown_id
left join stage_place s on s.no = v.place_no
order by p.no, p.slot`;
