import { COUNTS_ARE_EQUAL, type Indicator, inputId, leadingInputsOf } from '@kreisweit/domain';
import { formulaToSql, roundSql, type Slot } from './formula-to-sql.ts';
import { overTimeSql, PART_COLUMNS } from './over-time-sql.ts';
import { eraSql, markedSql, type SeriesBreaks } from './series-breaks.ts';

/** A slot with the id under which its measure is stored, and that of the measure that weighs it, if it is a mean. */
export type PublishedSlot = Slot & { readonly measureId: number; readonly weightId: number | null };

/**
 * What the statement has to reckon with; what it need not costs nothing. `several`: a measure is delivered by more than
 * one input, and the latest release of each cell has to be chosen. `breaks`: what may lie between two entries.
 * `timed`: some periods are parts of longer ones, whose values they make up.
 */
export type PublishOptions = {
  readonly several: boolean;
  readonly breaks: SeriesBreaks;
  readonly timed: boolean;
};

/**
 * The statement that publishes one indicator: components of the touched territories and breakdowns, one row a period,
 * the formula on each row, then one packed row a series. $1 is the data version, $2 the indicator, $3 its measures.
 *
 * An indicator that reads an own count of persons is published for districts only, and a category below the minimum
 * hides all categories beside it: what is left could be subtracted from the total (rule 13). So does a number of persons
 * below the minimum whom no category counts.
 */
export function publishSql(
  indicator: Indicator,
  slots: readonly PublishedSlot[],
  { several, breaks, timed }: PublishOptions,
): string {
  const dated = breaks.reforms !== 'none';
  const marked = dated || breaks.methods;
  const own = slots.filter((slot) => slot.minimum > 0);
  const ownSlots = slots.flatMap(({ minimum }, slot) => (minimum > 0 ? [{ slot, minimum }] : []));
  const formula = formulaToSql(indicator.resolved, slots, { unbroken: !marked });
  const leading = leadingInputsOf(indicator.resolved).map(inputId);
  const isLeading = slots.map((slot) => leading.includes(inputId(slot)));
  const mixedBase = indicator.mixedBase === null ? 0 : 32;
  return `
with ${own.length === 0 ? '' : `${smallCategory(own)},`}
${timed ? 'part' : 'component'} as (
  ${own.length > 0 ? '' : `${fromObservations({ several, dated, timed })}\n  union all\n  `}${fromAggregates(slots, own, { dated, timed })}
),${timed ? `\ncomponent as (\n  ${overTimeSql(ownSlots, dated)}\n),` : ''}
period_row as (
  ${slots.length === 1 && slots[0]?.lag === 0 ? singleRow({ dated, timed }) : pivot(slots, isLeading, formula.eras, { breaks, timed })}
),${marked ? `\nmarked as (\n  ${markedSql(breaks)}\n),` : ''}
computed as (
  select r.district_id, r.territory_id, r.breakdown_id, r.period,
    case when ${formula.status} = 0 then ${roundSql(formula.value, indicator.decimals)} end as value,
    ${formula.status} as status,
    (r.flags | ${mixedBase}${marked ? ' | r.marks' : ''}${formula.flags === '0' ? '' : ` | ${formula.flags}`})::smallint as flags, r.origin,
    case when ${formula.status} < 70 then r.coverage end as coverage
  from ${marked ? 'marked' : 'period_row'} r
  ${formula.laterals}
)${
    own.length === 0
      ? ''
      : `,
${SIBLINGS}`
  }
insert into published_series (
  district_id, territory_id, indicator_id, breakdown_id, version_from,
  periods, "values", statuses, flags, origins, coverages
)
select district_id, territory_id, $2, breakdown_id, $1,
  array_agg(period order by period), array_agg(value order by period), array_agg(status order by period),
  array_agg(flags order by period), array_agg(origin order by period), array_agg(coverage order by period)
from ${own.length === 0 ? 'computed' : 'guarded'}
group by district_id, territory_id, breakdown_id`;
}

/**
 * A difference or rate of own counts can be hidden for a category whose counts are not small themselves; then its
 * siblings are hidden too, and so are all categories of a hidden total.
 */
const SIBLINGS = `guarded as (
  select district_id, territory_id, breakdown_id, period,
    case when not hidden then value end as value, case when hidden then greatest(status, 80) else status end::smallint as status,
    flags, origin, case when not hidden then coverage end as coverage
  from (
    select c.*, c.breakdown_id <> 0
      and bool_or(c.status >= 70) over (partition by c.district_id, c.territory_id, c.period) as hidden
    from computed c
  ) judged
)`;

/** What a component tells besides its value: the day of its boundaries, and of which longer period it is a part. */
type ComponentColumns = { readonly dated: boolean; readonly timed: boolean };

/** Municipalities and parts: their value is what was delivered. `dated`: with the day of its boundaries. */
function fromObservations({
  several,
  dated,
  timed,
}: ComponentColumns & { readonly several: boolean }): string {
  const cell = `o.district_id, o.territory_id, o.breakdown_id, s.slot, s.published_period${timed ? ', o.period' : ''}`;
  return `(select ${several ? `distinct on (${cell})` : ''} o.district_id, o.territory_id, o.breakdown_id, s.slot, s.published_period as period, o.value, o.status, o.flags,
    0::smallint as origin, null::double precision as coverage${dated ? ', o.boundary_date as boundary' : ''}${timed ? `, ${PART_COLUMNS}` : ''}
  from touched_indicator t
  join observation o on t.publishable and t.kind in ('municipality', 'part') and o.district_id = t.district_id and o.measure_id = any($3) and o.territory_id = t.territory_id
    and o.breakdown_id = t.breakdown_id and o.version_until is null
  join slot_period s on s.measure_id = o.measure_id and s.period = o.period
  ${several ? `order by ${cell}, o.sign is not distinct from '-', o.release_id desc` : ''})`;
}

function fromAggregates(
  slots: readonly PublishedSlot[],
  own: readonly PublishedSlot[],
  { dated, timed }: ComponentColumns,
): string {
  const weights = weightsOf(slots);
  const hidden = `h.district_id is not null`;
  return `select a.district_id, a.territory_id, a.breakdown_id, s.slot, s.published_period as period,
    ${own.length === 0 ? 'a.value, a.status' : `case when not ${hidden} then a.value end as value, case when ${hidden} then 80 else a.status end::smallint as status`},
    a.flags, a.origin,
    case when a.origin = 1 and a.hidden = 0 and a.expected > 0 then ${coverage(weights)} end as coverage${dated ? ',\n    coalesce(a.boundary_date, s.ends) as boundary' : ''}${timed ? `, ${PART_COLUMNS}` : ''}
  from touched_indicator t
  join aggregate a on t.publishable and a.district_id = t.district_id and a.measure_id = any($3) and a.territory_id = t.territory_id
    and a.breakdown_id = t.breakdown_id and a.version_until is null
  join slot_period s on s.measure_id = a.measure_id and s.period = a.period${weights.size === 0 ? '' : joinWeights(weights)}
  ${own.length === 0 ? '' : JOIN_SMALL_CATEGORY}`;
}

/** The weights of the means among the measures, by internal id. */
function weightsOf(slots: readonly PublishedSlot[]): ReadonlyMap<number, number> {
  return new Map(
    slots.flatMap(({ measureId, weightId }) => (weightId === null ? [] : [[measureId, weightId] as const])),
  );
}

/**
 * Of a mean that lacks members it is the share of the weight (rule 4): unknown where the weight of all is, and not told where
 * a weight is hidden, which it would reveal (rule 13).
 */
function coverage(weights: ReadonlyMap<number, number>): string {
  const byMembers = 'a.reported / a.expected::double precision';
  if (weights.size === 0) return byMembers;
  const means = [...weights.keys()].join(', ');
  return `case when a.measure_id in (${means}) and a.reported < a.expected
      then case when w.value <> 0 then least(a.weight / w.value, 1) end else ${byMembers} end`;
}

function joinWeights(weights: ReadonlyMap<number, number>): string {
  const cases = [...weights].map(([mean, weight]) => `when ${mean} then ${weight}`).join(' ');
  return `
  left join aggregate w on w.district_id = a.district_id and w.measure_id = case a.measure_id ${cases} end
    and w.territory_id = a.territory_id and w.period = a.period and w.breakdown_id = a.breakdown_id
    and w.version_until is null and w.status = 0 and w.hidden = 0`;
}

const JOIN_SMALL_CATEGORY = `join territory k on k.id = t.territory_id and (
    t.kind = 'district' or exists (select from territory d where d.same_as = k.id and d.kind = 'district'))
  left join small_category h on h.district_id = a.district_id and h.territory_id = a.territory_id
    and h.measure_id = a.measure_id and h.period = a.period and a.breakdown_id <> 0`;

/**
 * Where the categories of an own count must be hidden: one of them or the total is small or hidden already, or few persons of the total
 * stand in none of those that would be shown.
 */
function smallCategory(own: readonly PublishedSlot[]): string {
  // A formula may read a measure at several moments; a rule that stood here twice would count its persons twice.
  const rules = [
    ...new Set(own.map((slot) => `(${slot.measureId}, ${slot.minimum}::double precision)`)),
  ].join(', ');
  const small = (count: string): string =>
    `${count} > ${COUNTS_ARE_EQUAL} and ${count} < c.minimum - ${COUNTS_ARE_EQUAL}`;
  return `small_category as (
  select distinct c.district_id, c.territory_id, c.measure_id, c.period
  from (
    select a.district_id, a.territory_id, a.measure_id, a.period, r.minimum,
      max(a.status) as worst, min(a.value) filter (where a.status = 0 and a.value > 0) as least,
      sum(a.value) filter (where a.status = 0) as shown
    from (select distinct district_id, territory_id from touched_indicator) t
    join aggregate a using (district_id, territory_id)
    join (values ${rules}) r (measure_id, minimum) on r.measure_id = a.measure_id
    join breakdown b on b.id = a.breakdown_id
    where a.version_until is null and a.breakdown_id <> 0
    group by a.district_id, a.territory_id, a.measure_id, a.period, r.minimum, regexp_replace(b.key, '=[^,]*', '', 'g')
  ) c
  left join aggregate total on total.district_id = c.district_id and total.measure_id = c.measure_id
    and total.territory_id = c.territory_id and total.period = c.period and total.breakdown_id = 0
    and total.version_until is null
  where c.worst >= 70 or total.status >= 70 or ${small('c.least')} or ${small('abs(total.value - coalesce(c.shown, 0))')}
)`;
}

function singleRow({ dated, timed }: ComponentColumns): string {
  return `select district_id, territory_id, breakdown_id, period, value as v0, status as s0, flags, origin, coverage${
    dated
      ? `,\n    ${timed ? 'first_boundary' : 'boundary as first_boundary'}, boundary as last_boundary`
      : ''
  }
  from component`;
}

/**
 * One row a period with a column pair a slot, and the era of those that a change or an index compares. A period exists where
 * a measure read without delay has it. The boundaries of a row are those on which its value stands (see `leadingInputsOf`).
 */
function pivot(
  slots: readonly PublishedSlot[],
  isLeading: readonly boolean[],
  eras: readonly number[],
  { breaks, timed }: Pick<PublishOptions, 'breaks' | 'timed'>,
): string {
  const moving = slots.filter(({ base }) => base === null);
  const shortest = Math.min(...moving.map((slot) => slot.lag));
  const current = slots.flatMap(({ lag, base }, slot) => (base === null && lag === shortest ? [slot] : []));
  const columns = [
    ...slots.map(
      (_, slot) => `max(value) filter (where slot = ${slot}) as v${slot},
    coalesce(max(status) filter (where slot = ${slot}), 20)::smallint as s${slot}`,
    ),
    ...eras.map((slot) => `max(era) filter (where slot = ${slot}) as e${slot}`),
  ];
  const own = isLeading.flatMap((leads, slot) => (leads ? [slot] : []));
  const among = own.length === slots.length ? '' : ` filter (where slot in (${own.join(', ')}))`;
  return `select district_id, territory_id, breakdown_id, period,
    ${columns.join(',\n    ')},
    bit_or(flags) as flags,
    case when min(origin) = max(origin) then min(origin) else 3 end::smallint as origin,
    min(coverage) as coverage${
      breaks.reforms === 'none'
        ? ''
        : `,\n    min(${timed ? 'first_boundary' : 'boundary'})${among} as first_boundary, max(boundary)${among} as last_boundary`
    }
  from ${eras.length === 0 ? 'component' : `(${eraSql(breaks, timed)}) component`}
  group by district_id, territory_id, breakdown_id, period
  having bool_or(slot in (${current.join(', ')}))`;
}
