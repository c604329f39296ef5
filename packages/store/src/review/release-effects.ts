import { compareSeries } from '../aggregate/compare-recomputed.ts';
import type { Writer } from '../write/write-version.ts';

/**
 * How many published values of an indicator a data version changes: those that appear where there was none, disappear,
 * change, those that keep their number and get another status, flag, origin or coverage (`remarked`), and entries that are
 * new and say only why there is no value (`empty`).
 */
export type IndicatorEffect = {
  readonly indicator: string;
  readonly appear: number;
  readonly disappear: number;
  readonly change: number;
  readonly remarked: number;
  readonly empty: number;
};

/**
 * A published value that a data version changes or takes away. `before` is null also where the value becomes confidential
 * (rule 13); `after` is null where there is none any more. Both are rounded as published.
 */
export type ValueEffect = {
  readonly indicator: string;
  readonly territory: { readonly kind: string; readonly key: string; readonly name: string };
  readonly breakdown: string;
  readonly period: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly status: number;
};

/** What a data version does to what readers see, and the largest of its changes, the most conspicuous first. */
export type ReleaseEffects = {
  readonly effects: readonly IndicatorEffect[];
  readonly largest: readonly ValueEffect[];
};

/** So many are told one by one. */
const LISTED = 20;

/** Compares the series that the data version being built has written with those that it closed. */
export async function releaseEffects(writer: Writer): Promise<ReleaseEffects> {
  await compareSeries(writer);
  await writer.run('drop table if exists pg_temp.value_effect');
  await writer.run(VALUE_EFFECT);
  const effects = await writer.rows<IndicatorEffect>(COUNT);
  const largest = await writer.rows<ValueEffect>(LARGEST, [LISTED]);
  return { effects, largest };
}

/** A territory that is under another district now has left one series and begun another: both are the same value. */
const VALUE_EFFECT = `
create temporary table value_effect as
select territory_id, indicator_id, breakdown_id, period, before, after, status,
  case
    when before is null and after is null then case when known then 'remarked' else 'empty' end
    when before is null then 'appear'
    when after is null then 'disappear'
    when abs(after - before) > 1e-9 * greatest(abs(after), abs(before)) then 'change'
    else 'remarked'
  end as effect
from (
  select territory_id, indicator_id, breakdown_id, period, max(stored_value) as before, max(recomputed_value) as after,
    coalesce(max(recomputed_status), 20) as status, bool_or(is_stored) as known
  from series_difference
  where period is not null
  group by territory_id, indicator_id, breakdown_id, period
) compared`;

const count = (effect: keyof IndicatorEffect): string =>
  `(count(*) filter (where e.effect = '${effect}'))::int as ${effect}`;

const COUNT = `
select i.key as indicator, ${(['appear', 'disappear', 'change', 'remarked', 'empty'] as const).map(count).join(', ')}
from value_effect e
join catalogue_item i on i.id = e.indicator_id
group by i.key
order by i.key collate "C"`;

/**
 * What disappears is as conspicuous as a change by all of it; nothing is larger than a number where there was zero. What
 * becomes confidential comes last: its place would tell how large it was.
 */
const LARGEST = `
select i.key as indicator, json_build_object('kind', t.kind, 'key', t.key, 'name', coalesce(v.name, t.key)) as territory,
  b.key as breakdown, e.period, case when e.status < 70 then e.before end as before, e.after, e.status
from value_effect e
join catalogue_item i on i.id = e.indicator_id
join territory t on t.id = e.territory_id
join breakdown b on b.id = e.breakdown_id
left join lateral (
  select name from territory_version where territory_id = t.id and version_until is null
  order by proven_until desc limit 1
) v on true
where e.effect in ('change', 'disappear')
order by e.status >= 70,
  case when e.status < 70 then abs(coalesce(e.after, 0) - e.before) / nullif(abs(e.before), 0) end desc nulls first,
  case when e.status < 70 then abs(e.before) end desc,
  i.key collate "C", t.key collate "C", b.key collate "C", e.period
limit $1`;
