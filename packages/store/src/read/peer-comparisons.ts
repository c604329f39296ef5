import { type Designation, designationOf } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { inForceOn } from './in-force-on.ts';
import { versionOnDay } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/**
 * With whom a territory is compared: those of its kind in the district, state, region or country that it lies in, or in
 * a free group (its key); perhaps only those of its designation.
 */
export type PeerSelection = {
  readonly area: 'district' | 'region' | 'state' | 'country' | 'group';
  readonly groupKey: string | null;
  readonly sameDesignation: boolean;
};

/** A published value to compare: its territory (internal id of the role asked for), and what it is a value of. */
export type PeerComparisonRequest = PeerSelection & {
  readonly territoryId: number;
  readonly indicatorId: number;
  /** The key of a breakdown; '' is the total. */
  readonly breakdown: string;
  readonly period: string;
  /** The day that says which territories there are: the end of the period, ISO. */
  readonly day: string;
  /** Rank 1 is the lowest value instead of the highest. */
  readonly lowestFirst: boolean;
};

/**
 * Where a published value stands among those of its peers. `rank` is null where the territory has no published value or
 * is none of the peers; `quantiles` are those of `quantileShares`, null where nothing is published.
 */
export type PeerComparison = {
  readonly rank: number | null;
  readonly published: number;
  readonly without: number;
  readonly quantiles: readonly number[] | null;
};

/** The shares of the quantiles, ascending: from the minimum by quarters and outer tenths to the maximum. */
export const quantileShares = Object.freeze([0, 0.1, 0.25, 0.5, 0.75, 0.9, 1] as const);

/**
 * Towns that are districts of their own are called Stadtkreis in one Land, rural districts Kreis in two: the same in
 * law. The Regionalverband counts among the rural districts, as in official statistics.
 */
const SAME_IN_LAW: Readonly<Partial<Record<Designation, Designation>>> = {
  stadtkreis: 'kreisfreieStadt',
  kreis: 'landkreis',
  regionalverband: 'landkreis',
};

const comparedCodes = Array.from({ length: 27 }, (_, index) => String(41 + index)).flatMap((code) => {
  const designation = designationOf(code);
  return designation === null ? [] : [{ code, as: SAME_IN_LAW[designation] ?? designation }];
});

/**
 * Comparisons of published values with those of peers, in the order of the requests; null where there are no peers of
 * the kind that is asked for, and said so where there is no such group. Requests about the same peers share the work.
 *
 * Read from nothing but what `crossSection` shows of the same territories, so no rank, count or quantile can tell what
 * is hidden (rule 13). Who has no published value is counted once, hidden or missing; an uninhabited area is no peer
 * without a value. Published values are rounded, so equal ones are equal to the bit.
 */
export async function peerComparisons(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly PeerComparisonRequest[] },
): Promise<readonly (PeerComparison | 'unknownGroup' | null)[]> {
  const { rows } = await sql<ComparisonRow>`
    with wanted as materialized (
      select w.position::int, w.territory_id, t.kind, w.indicator_id, b.id as breakdown_id, w.period, w.day, w.area,
        w.group_key, w.same_designation, w.lowest_first
      from unnest(
        ${requests.map((request) => request.territoryId)}::int[],
        ${requests.map((request) => request.indicatorId)}::int[],
        ${requests.map((request) => request.breakdown)}::text[],
        ${requests.map((request) => request.period)}::text[],
        ${requests.map((request) => request.day)}::date[],
        ${requests.map((request) => request.area)}::text[],
        ${requests.map((request) => request.groupKey)}::text[],
        ${requests.map((request) => request.sameDesignation)}::boolean[],
        ${requests.map((request) => request.lowestFirst)}::boolean[]
      ) with ordinality as w (
        territory_id, indicator_id, breakdown, period, day, area, group_key, same_designation, lowest_first, position
      )
      join territory t on t.id = w.territory_id
      left join breakdown b on b.key = w.breakdown
    ),
    designation as materialized (
      select code, name
      from unnest(
        ${comparedCodes.map(({ code }) => code)}::text[],
        ${comparedCodes.map((compared) => compared.as)}::text[]
      ) as d (code, name)
    ),
    area as (
      select w.position, g.id
      from wanted w
      join territory g on w.area = 'group' and g.kind = 'group' and g.key = w.group_key
      union
      select w.position, m.parent_id
      from wanted w
      join membership m on m.member_id = w.territory_id and m.relation = w.area
      where w.area <> 'group' and ${trueAt('m', asOf)} and ${inForceOn('m', sql`w.day`)}
      union
      select w.position, m.parent_id
      from wanted w
      join membership h on h.member_id = w.territory_id and h.relation = 'district'
      join membership m on m.member_id = h.parent_id and m.relation = w.area
      where w.area in ('region', 'state', 'country') and ${trueAt('h', asOf)} and ${inForceOn('h', sql`w.day`)}
        and ${trueAt('m', asOf)} and ${inForceOn('m', sql`w.day`)}
    ),
    asked as materialized (
      select w.position, w.territory_id, w.kind, w.indicator_id, w.breakdown_id, w.period, w.day, w.lowest_first,
        area.id as area_id, own.name as designation,
        dense_rank() over (
          order by area.id, w.kind, w.indicator_id, w.breakdown_id, w.period, w.day, w.lowest_first, own.name
        ) as peers
      from wanted w
      join area on area.position = w.position
      left join lateral (
        select d.name
        from territory t
        cross join (select w.day) in_force
        join lateral ${versionOnDay(asOf)} v on true
        join designation d on d.code = v.text_code
        where t.id = w.territory_id and w.same_designation
      ) own on true
      where own.name is not null or not w.same_designation
    ),
    peer_set as materialized (
      select distinct peers, kind, indicator_id, breakdown_id, period, day, lowest_first, area_id, designation
      from asked
    ),
    parent as (
      select s.area_id as id, s.*
      from peer_set s
      union
      select d.id, s.*
      from peer_set s
      join membership m on m.parent_id = s.area_id and m.relation in ('region', 'state', 'country', 'group')
      join territory d on d.id = m.member_id and d.kind = 'district'
      where s.kind in ('municipality', 'association') and ${trueAt('m', asOf)} and ${inForceOn('m', sql`s.day`)}
    ),
    inside as materialized (
      select distinct s.peers, s.indicator_id, s.breakdown_id, s.period, s.day, s.lowest_first, s.designation, t.id,
        coalesce(t.same_as, t.id) as facts_id
      from parent s
      join territory p on p.id = s.id
      join membership m on m.parent_id = p.id and m.relation = p.kind
      join territory t on t.id = m.member_id and t.kind = s.kind
      where not (t.kind = 'association' and t.same_as is not null) and ${trueAt('m', asOf)} and ${inForceOn('m', sql`s.day`)}
    ),
    peer as materialized (
      select s.*, v.inhabited
      from inside s
      join territory t on t.id = s.id
      cross join lateral (select s.day) in_force
      join lateral ${versionOnDay(asOf)} v on true
      left join designation d on d.code = v.text_code
      where s.designation is null or d.name = s.designation
    ),
    place as materialized (
      select peer.*, coalesce(d.same_as, d.id) as district_id
      from peer
      join territory f on f.id = peer.facts_id and f.kind in ('municipality', 'association')
      join membership m on m.member_id = f.id and m.relation = 'district'
      join territory d on d.id = m.parent_id
      union
      select peer.*, facts_id
      from peer
    ),
    cell as (
      select peers, id, lowest_first, inhabited, null::double precision as value
      from peer
      union all
      select place.peers, place.id, place.lowest_first, false, s."values"[spot.at]
      from place
      join published_series s on s.district_id = place.district_id and s.territory_id = place.facts_id
        and s.indicator_id = place.indicator_id and s.breakdown_id = place.breakdown_id and ${trueAt('s', asOf)}
      cross join lateral (select array_position(s.periods, place.period) as at) spot
      where spot.at is not null
    ),
    valued as materialized (
      select peers, id, lowest_first, bool_or(inhabited) as inhabited, max(value) as value
      from cell
      group by peers, id, lowest_first
    ),
    ranked as materialized (
      select peers, id,
        rank() over (partition by peers order by case when lowest_first then value else -value end) as rank
      from valued
      where value is not null
    ),
    spread as materialized (
      select peers, count(value)::int as published, (count(*) filter (where inhabited and value is null))::int as without,
        percentile_cont(${quantileShares}::double precision[]) within group (order by value) as quantiles
      from valued
      group by peers
    )
    select asked.position, ranked.rank::int, coalesce(spread.published, 0) as published, spread.without, spread.quantiles
    from asked
    left join spread on spread.peers = asked.peers
    left join ranked on ranked.peers = asked.peers and ranked.id = asked.territory_id`.execute(db);
  const byPosition = new Map(rows.map(({ position, ...comparison }) => [position, comparison]));
  return requests.map(({ area }, index) => {
    const found = byPosition.get(index + 1);
    if (found === undefined) return area === 'group' ? 'unknownGroup' : null;
    const { without, ...comparison } = found;
    return without === null ? null : { ...comparison, without };
  });
}

/** `without` is null where there are no peers at all. */
type ComparisonRow = Omit<PeerComparison, 'without'> & {
  readonly position: number;
  readonly without: number | null;
};
