import type { Writer } from '../write/write-version.ts';

/**
 * Compares the rows that this data version wrote with those that it closed, and lays out what differs as temporary tables:
 * `aggregate_difference`, one row for each aggregate, and `series_difference`, one for each entry of a published series.
 * Both name the `columns` that differ: none where the row stands on one side only. Values compare within a relative 1e-9,
 * because sums of fractions depend on the order of their terms.
 */
export async function compareRecomputed(writer: Writer, measureIds: readonly number[]): Promise<void> {
  await writer.run('drop table if exists pg_temp.aggregate_difference');
  await writer.run(AGGREGATE_DIFFERENCE, [writer.version, measureIds]);
  await writer.run('analyze aggregate_difference');
  await compareSeries(writer);
}

/** Lays out `series_difference` alone: in which entries the series of this data version differ from those that it closed. */
export async function compareSeries(writer: Writer): Promise<void> {
  await writer.run('drop table if exists pg_temp.series_candidate, pg_temp.series_difference');
  await writer.run(SERIES_CANDIDATE, [writer.version]);
  await writer.run(SERIES_DIFFERENCE);
  await writer.run(ORDER_DIFFERENCE);
  await writer.run('analyze series_difference');
}

function equal(column: string): string {
  return `o.${column} is not distinct from n.${column}`;
}

function near(column: string): string {
  return `(${equal(column)} or coalesce(abs(o.${column} - n.${column}) <= 1e-9 * greatest(abs(o.${column}), abs(n.${column})), false))`;
}

/** A difference is small against the values whose difference it is. */
const NEAR_DIFFERENCE = `(${equal('difference')} or coalesce(abs(o.difference - n.difference)
      <= 1e-9 * greatest(abs(o.value), abs(n.value), abs(o.sum), abs(n.sum)), false))`;

/** SQL: the names of the columns that differ; each comes with the condition under which it does not. */
function differing(conditions: Readonly<Record<string, string>>): string {
  const names = Object.entries(conditions).map(
    ([column, same]) => `case when not ${same} then '${column}' end`,
  );
  return `array_remove(array[${names.join(',\n    ')}]::text[], null)`;
}

const exactly = (...columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, `(${equal(column)})`]));
const nearly = (...columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, near(column)]));

const AGGREGATE_COLUMNS = differing({
  ...nearly('value'),
  ...exactly('status', 'flags', 'origin'),
  ...nearly('sum', 'weight', 'minimum', 'maximum'),
  ...exactly('reported', 'expected', 'hidden'),
  ...nearly('population_reported', 'population_expected'),
  difference: NEAR_DIFFERENCE,
  ...exactly('sign', 'boundary_date'),
});

/** Should a key have been open twice, only the later row can be right. */
const AGGREGATE_DIFFERENCE = `
create temporary table aggregate_difference as
select * from (
  select coalesce(o.district_id, n.district_id) as district_id, coalesce(o.measure_id, n.measure_id) as measure_id,
    coalesce(o.territory_id, n.territory_id) as territory_id, coalesce(o.period, n.period) as period,
    coalesce(o.breakdown_id, n.breakdown_id) as breakdown_id,
    o.rank is not null as is_stored, o.value as stored_value, o.status as stored_status, o.flags as stored_flags,
    o.origin as stored_origin, n.rank is not null as is_recomputed, n.value as recomputed_value,
    n.status as recomputed_status, n.flags as recomputed_flags, n.origin as recomputed_origin,
    case when o.rank is null or n.rank is null then '{}'::text[] else ${AGGREGATE_COLUMNS} end as columns
  from (
    select *, row_number() over (
      partition by district_id, measure_id, territory_id, period, breakdown_id order by version_from desc
    ) as rank
    from aggregate
    where version_until = $1 and version_from < $1 and measure_id = any($2)
  ) o
  full join (select *, 1::bigint as rank from aggregate where version_from = $1) n
    on n.district_id = o.district_id and n.measure_id = o.measure_id and n.territory_id = o.territory_id
    and n.period = o.period and n.breakdown_id = o.breakdown_id and n.rank = o.rank
) compared
where not (is_stored and is_recomputed and columns = '{}')`;

const LISTS = ['periods', '"values"', 'statuses', 'flags', 'origins', 'coverages'];

/** Whole series that are not exactly the same. */
const SERIES_CANDIDATE = `
create temporary table series_candidate as
select coalesce(o.district_id, n.district_id) as district_id, coalesce(o.territory_id, n.territory_id) as territory_id,
  coalesce(o.indicator_id, n.indicator_id) as indicator_id, coalesce(o.breakdown_id, n.breakdown_id) as breakdown_id,
  o.periods as stored_periods, o."values" as stored_values, o.statuses as stored_statuses, o.flags as stored_flags,
  o.origins as stored_origins, o.coverages as stored_coverages, n.periods as recomputed_periods,
  n."values" as recomputed_values, n.statuses as recomputed_statuses, n.flags as recomputed_flags,
  n.origins as recomputed_origins, n.coverages as recomputed_coverages
from (
  select *, row_number() over (
    partition by district_id, territory_id, indicator_id, breakdown_id order by version_from desc
  ) as rank
  from published_series
  where version_until = $1 and version_from < $1
) o
full join (select *, 1::bigint as rank from published_series where version_from = $1) n
  on n.district_id = o.district_id and n.territory_id = o.territory_id and n.indicator_id = o.indicator_id
  and n.breakdown_id = o.breakdown_id and n.rank = o.rank
where ${LISTS.map((list) => `o.${list} is distinct from n.${list}`).join(' or ')}`;

function entries(side: 'stored' | 'recomputed'): string {
  const lists = ['periods', 'values', 'statuses', 'flags', 'origins', 'coverages'].map(
    (list) => `c.${side}_${list}`,
  );
  return `select *, row_number() over (partition by period order by position) as rank
    from unnest(${lists.join(', ')}) with ordinality as u (period, value, status, flags, origin, coverage, position)`;
}

const SERIES_DIFFERENCE = `
create temporary table series_difference as
select c.district_id, c.territory_id, c.indicator_id, c.breakdown_id, e.*
from series_candidate c
cross join lateral (
  select coalesce(o.period, n.period) as period,
    o.rank is not null as is_stored, o.value as stored_value, o.status as stored_status, o.flags as stored_flags,
    o.origin as stored_origin, n.rank is not null as is_recomputed, n.value as recomputed_value,
    n.status as recomputed_status, n.flags as recomputed_flags, n.origin as recomputed_origin,
    case when o.rank is null or n.rank is null then '{}'::text[]
      else ${differing({ ...nearly('value'), ...exactly('status', 'flags', 'origin'), ...nearly('coverage') })} end as columns
  from (${entries('stored')}) o
  full join (${entries('recomputed')}) n on n.period = o.period and n.rank = o.rank
) e
where not (e.is_stored and e.is_recomputed and e.columns = '{}')`;

/** A series with all its entries in a wrong order, or without any. */
const ORDER_DIFFERENCE = `
insert into series_difference (
  district_id, territory_id, indicator_id, breakdown_id, is_stored, is_recomputed, columns
)
select c.district_id, c.territory_id, c.indicator_id, c.breakdown_id, c.stored_periods is not null,
  c.recomputed_periods is not null, array['periods']
from series_candidate c
where c.stored_periods is distinct from c.recomputed_periods and not exists (
  select from series_difference d
  where d.district_id = c.district_id and d.territory_id = c.territory_id and d.indicator_id = c.indicator_id
    and d.breakdown_id = c.breakdown_id
)`;
