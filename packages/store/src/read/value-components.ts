import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import type { TerritoryRow } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/** A published value whose formula is explained: what it is a value of, and the cells that the formula may read. */
export type ValueComponentsRequest = {
  readonly territory: Pick<TerritoryRow, 'factsId' | 'districtIds'>;
  readonly indicatorId: number;
  /** The key of a breakdown; '' is the total. */
  readonly breakdown: string;
  readonly period: string;
  readonly cells: readonly ComponentCell[];
};

/** A measure (its internal id) in a period, with what its definition says about telling it. */
export type ComponentCell = {
  readonly measureId: number;
  /** The measure (internal id) that is delivered: itself, or the one whose values a measure counts. */
  readonly sourceId: number;
  readonly period: string;
  /** It counts persons of our own, or weighs with such counts: told only as the indicator that publishes it as it is does. */
  readonly ownCount: boolean;
  /** The indicator (internal id) that publishes the measure as it is; null where none does. */
  readonly publishedAs: number | null;
  /** Whether values of municipalities and associations may be told. */
  readonly toldBelowDistricts: boolean;
  /** Whether it is a weighted mean. */
  readonly isMean: boolean;
};

/** Why the members of a territory are not told (see `withheld` of a ComponentFacts). */
export type WithheldReason = 'DELIVERED' | 'OWN_COUNT' | 'NOT_PUBLISHED' | 'CONFIDENTIAL';

/**
 * What is stored of a cell, as far as it may be told. `status` and `origin` are codes, `flags` a bit set, dates ISO;
 * `reported`, `expected` and `populationShare` are null where the value was delivered or a member is hidden, `totalWeight`
 * is told for means only. `withheld` is null where the members may be told.
 */
export type ComponentFacts = {
  readonly districtId: number;
  readonly value: number | null;
  readonly status: number;
  readonly flags: number;
  readonly origin: number;
  readonly sign: string | null;
  readonly boundaryDate: string | null;
  readonly reported: number | null;
  readonly expected: number | null;
  readonly populationShare: number | null;
  readonly totalWeight: number | null;
  readonly withheld: WithheldReason | null;
};

/**
 * The cells behind published values, in the order of the requests and of their cells; null where nothing is stored. Of a
 * value that is not published, of whatever level, nothing is told; of a confidential one no number is. A number of the
 * answer is public on its own: that of an official table or of things, or an own count as its own series shows it (an exact
 * mean tells the weights, a rounded one does not); and what members give, only where none of them is hidden (rule 13). The masks stand in the statement, so that no other number
 * leaves the database.
 */
export async function valueComponents(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly ValueComponentsRequest[] },
): Promise<readonly (readonly (ComponentFacts | null)[])[]> {
  const cells = requests.flatMap(({ territory, indicatorId, breakdown, period, cells }, request) =>
    territory.districtIds.flatMap((districtId) =>
      cells.map((cell, index) => ({
        ...cell,
        request,
        index,
        districtId,
        territoryId: territory.factsId,
        indicatorId,
        breakdown,
        publishedPeriod: period,
      })),
    ),
  );
  const { rows } = await sql<ComponentFacts & { request: number; cell: number }>`
    with wanted as materialized (
      select w.*, b.id as breakdown_id, t.kind
      from unnest(
        ${cells.map((cell) => cell.request)}::int[],
        ${cells.map((cell) => cell.index)}::int[],
        ${cells.map((cell) => cell.districtId)}::int[],
        ${cells.map((cell) => cell.territoryId)}::int[],
        ${cells.map((cell) => cell.indicatorId)}::int[],
        ${cells.map((cell) => cell.publishedPeriod)}::text[],
        ${cells.map((cell) => cell.measureId)}::int[],
        ${cells.map((cell) => cell.sourceId)}::int[],
        ${cells.map((cell) => cell.period)}::text[],
        ${cells.map((cell) => cell.ownCount)}::boolean[],
        ${cells.map((cell) => cell.publishedAs)}::int[],
        ${cells.map((cell) => cell.toldBelowDistricts)}::boolean[],
        ${cells.map((cell) => cell.isMean)}::boolean[],
        ${cells.map((cell) => cell.breakdown)}::text[]
      ) as w (request, cell, district_id, territory_id, indicator_id, published_period, measure_id, source_id, period, own_count,
        published_as, told_below_districts, is_mean, breakdown)
      join breakdown b on b.key = w.breakdown
      join territory t on t.id = w.territory_id
    ),
    delivered as materialized (
      select m as source_id, p as period
      from release r, unnest(r.measure_ids) as m, unnest(r.periods) as p
      where m in (select source_id from wanted) and ${trueAt('r', asOf)}
      group by m, p
    ),
    published as materialized (
      select w.*, s.statuses[array_position(s.periods, w.published_period)] as published_status
      from wanted w
      join delivered using (source_id, period)
      join published_series s on s.district_id = w.district_id and s.territory_id = w.territory_id
        and s.indicator_id = w.indicator_id and s.breakdown_id = w.breakdown_id and ${trueAt('s', asOf)}
      where w.published_period = any(s.periods)
    ),
    stored as (
      select p.*, a.value, a.status, a.flags, a.origin, a.sign, a.boundary_date, a.reported, a.expected, a.hidden, a.weight,
        a.population_reported / nullif(a.population_expected, 0) as population_share
      from published p
      join aggregate a on a.district_id = p.district_id and a.territory_id = p.territory_id
        and a.measure_id = p.measure_id and a.period = p.period and a.breakdown_id = p.breakdown_id and ${trueAt('a', asOf)}
      where p.kind <> all(array['municipality', 'part'])
      union all
      (
        select distinct on (p.request, p.cell, p.district_id) p.*, o.value, o.status, o.flags, 0, o.sign, o.boundary_date,
          null, null, 0, null, null
        from published p
        join observation o on o.district_id = p.district_id and o.territory_id = p.territory_id
          and o.measure_id = p.measure_id and o.period = p.period and o.breakdown_id = p.breakdown_id and ${trueAt('o', asOf)}
        where p.kind in ('municipality', 'part')
        order by p.request, p.cell, p.district_id, o.sign is not distinct from '-', o.release_id desc
      )
    ),
    judged as (
      select s.*, published_status < 70 and (not own_count or own_status = 0)
          and (told_below_districts or kind <> all(array['municipality', 'association', 'part'])) as told,
        case when own_count and own_status <> 0 then greatest(s.status, own_status) else s.status end as told_status,
        s.origin = 1 and s.hidden = 0 and s.status < 70 as open
      from (
        select s.*, coalesce(q.statuses[array_position(q.periods, s.period)], 80) as own_status,
          q."values"[array_position(q.periods, s.period)] as own_value
        from stored s
        left join published_series q on q.district_id = s.district_id and q.territory_id = s.territory_id
          and q.indicator_id = s.published_as and q.breakdown_id = s.breakdown_id and ${trueAt('q', asOf)}
      ) s
    )
    select request, cell, district_id as "districtId", told_status::int as status, flags::int, origin::int,
      boundary_date::text as "boundaryDate",
      case when told and status = 0 then case when own_count then own_value else value end end as value,
      case when told or not own_count then sign end as sign,
      case when told and open then reported end as reported,
      case when told and open then nullif(expected, 0) end as expected,
      case when told and open and not own_count then population_share end as "populationShare",
      case when told and open and not own_count and is_mean then weight end as "totalWeight",
      case
        when origin <> 1 then 'DELIVERED'
        when own_count then 'OWN_COUNT'
        when kind in ('district', 'association') and not told_below_districts then 'NOT_PUBLISHED'
        when not (told and open) then 'CONFIDENTIAL'
      end as withheld
    from judged
    order by request, cell, district_id`.execute(db);
  const found = requests.map(({ cells }) => cells.map((): ComponentFacts | null => null));
  for (const { request, cell, ...facts } of rows) {
    const answers = found[request];
    if (answers !== undefined) answers[cell] ??= facts;
  }
  return found;
}
