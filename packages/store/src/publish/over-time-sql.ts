import { COUNTS_ARE_EQUAL } from '@kreisweit/domain';

/** The columns of `slot_period` that say of which longer period a component is a part. */
export const PART_COLUMNS = 's.rank, s.parts, s.is_last, s.rule';

/**
 * The components of `part` by the periods that are published: what was delivered or rolled up for the period itself, else
 * what its quarters make of it, else its months (see `valueOverTime` of the domain). A delivered sign stands, as against a
 * sum of members; what has not come yet makes way.
 *
 * `own` lists the slots of own counts with the smallest count that is shown: there a hidden part, or a small rest that no
 * part counts, hides the longer period too, because it could be subtracted.
 */
export function overTimeSql(own: OwnSlots, dated: boolean): string {
  const cell = 'district_id, territory_id, breakdown_id, slot, period';
  const boundary = dated ? ', boundary, first_boundary' : '';
  return `select distinct on (${cell}) ${cell}, ${hiding(own)}, flags, origin, coverage${boundary}
  from (
    select ${cell}, rank, rule, total,
      case when status = 0 then case rule when 'mean' then total / required else total end end as value,
      status, flags, origin, coverage${boundary}, max(worst) filter (where rank > 0) over cell as worst_part,
      max(total) filter (where rank > 0) over cell as total_of_parts
    from (
      select *, case
          when worst >= 70 then worst
          when normal = required then 0
          when normal > 0 then 60
          else greatest(worst, 20)
        end::smallint as status
      from (
        select ${cell}, rank, max(rule) as rule, case when rank = 0 or max(rule) = 'last' then 1 else max(parts) end as required,
          count(*) filter (where needed and status = 0) as normal, max(status) filter (where needed) as worst,
          sum(value) filter (where needed and status = 0) as total,
          coalesce(bit_or(flags) filter (where needed), 0)::smallint as flags,
          case when rank = 0 then min(origin) else 1 end::smallint as origin,
          min(coverage) filter (where needed) as coverage${dated ? ',\n          max(boundary) filter (where needed) as boundary, min(boundary) filter (where needed) as first_boundary' : ''}
        from (${judged(own, dated)}) judged_part
        group by ${cell}, rank
      ) summed
    ) told
    window cell as (partition by ${cell})
  ) choice
  order by ${cell}, rank = 0 and (status = 0 or status >= 70 or (origin = 0 and status in (10, 50))) desc,
    status = 0 desc, rank`;
}

type OwnSlots = readonly { readonly slot: number; readonly minimum: number }[];

/** Parts with whether they are needed; one of an own count that is too small to be shown is hidden. */
function judged(own: OwnSlots, dated: boolean): string {
  const small = own.map(({ slot, minimum }) => `slot = ${slot} and ${isSmall('value', minimum)}`);
  const status =
    small.length === 0 ? 'status' : `case when rank > 0 and (${small.join(' or ')}) then 80 else status end`;
  return `select district_id, territory_id, breakdown_id, slot, period, rank, parts, rule, value, (${status})::smallint as status,
          flags, origin, coverage, rank = 0 or rule <> 'last' or is_last as needed${dated ? ', boundary' : ''}
          from part`;
}

function hiding(own: OwnSlots): string {
  if (own.length === 0) return 'value, status';
  const hidden = own.map(
    ({ slot, minimum }) =>
      `slot = ${slot} and (coalesce(worst_part >= 70, false) or coalesce(rule = 'sum' and ${isSmall('total - total_of_parts', minimum)}, false))`,
  );
  return `case when not (${hidden.join(' or ')}) then value end as value,
    case when ${hidden.join(' or ')} then greatest(status, 80) else status end::smallint as status`;
}

function isSmall(count: string, minimum: number): string {
  return `abs(${count}) > ${COUNTS_ARE_EQUAL} and abs(${count}) < ${minimum - COUNTS_ARE_EQUAL}`;
}
