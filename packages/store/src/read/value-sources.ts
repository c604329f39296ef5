import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { groupByPosition } from './group-by-position.ts';
import type { TerritoryRow } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/** A value to explain: a territory, a breakdown (its key), and the measures (internal ids) that its formula reads. */
export type ValueSourcesRequest = {
  readonly territory: Pick<TerritoryRow, 'factsId' | 'districtIds'>;
  readonly breakdown: string;
  readonly components: readonly {
    readonly measureId: number;
    /** The measure (internal id) that is delivered: itself, or the one whose values a measure counts. */
    readonly sourceId: number;
    readonly period: string;
    /** Whether municipalities or associations report the measure. */
    readonly reportedAt: 'municipality' | 'association' | 'district';
  }[];
};

/** What stands behind a value: the table of an institute as it was received. Times are ISO, UTC. */
export type ValueSource = {
  /** The internal id of the release; later ones are greater. */
  readonly id: number;
  readonly title: string;
  readonly institute: string;
  /** The source table, as the release names it. */
  readonly source: string;
  readonly licence: string;
  readonly file: string;
  readonly receivedAt: string;
  readonly retrievedAt: string | null;
  readonly demo: boolean;
};

/**
 * The releases behind values, in the order of the requests, latest first. For a delivered value that is the release of
 * its own row, for a summed one those of the members' rows; where several releases hold a row, the latest counts, as
 * it did when the value was computed. Nothing but the releases is told: no member, no cell (rule 13).
 */
export async function valueSources(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly ValueSourcesRequest[] },
): Promise<readonly (readonly ValueSource[])[]> {
  const cells = requests.flatMap(({ territory, breakdown, components }, index) =>
    territory.districtIds.flatMap((districtId) =>
      components.map((component) => ({
        ...component,
        position: index + 1,
        territory,
        districtId,
        breakdown,
      })),
    ),
  );
  const { rows } = await sql<ValueSource & { position: number }>`
    with asked as materialized (
      select *
      from unnest(
        ${cells.map((cell) => cell.position)}::int[],
        ${cells.map((cell) => cell.districtId)}::int[],
        ${cells.map((cell) => cell.territory.factsId)}::int[],
        ${cells.map((cell) => cell.measureId)}::int[],
        ${cells.map((cell) => cell.sourceId)}::int[],
        ${cells.map((cell) => cell.period)}::text[],
        ${cells.map((cell) => cell.reportedAt)}::text[],
        ${cells.map((cell) => cell.breakdown)}::text[]
      ) as w (position, district_id, territory_id, measure_id, source_id, period, reported_at, breakdown)
    ),
    delivered as materialized (
      select m as source_id, p as period
      from release r, unnest(r.measure_ids) as m, unnest(r.periods) as p
      where m in (select source_id from asked) and ${trueAt('r', asOf)}
      group by m, p
    ),
    wanted as materialized (
      select w.*, b.id as breakdown_id, t.kind
      from asked w
      join delivered using (source_id, period)
      join breakdown b on b.key = w.breakdown
      join territory t on t.id = w.territory_id
    ),
    rolled as materialized (
      select w.*, a.origin
      from wanted w
      join aggregate a on a.district_id = w.district_id and a.territory_id = w.territory_id
        and a.measure_id = w.measure_id and a.period = w.period and a.breakdown_id = w.breakdown_id
        and ${trueAt('a', asOf)}
    ),
    below as materialized (
      select distinct r.position, coalesce(d.same_as, d.id) as district_id, r.measure_id, r.source_id, r.period, r.breakdown_id,
        r.reported_at
      from rolled r
      join membership m on m.parent_id = r.territory_id and m.relation = r.kind and ${trueAt('m', asOf)}
      join territory d on d.id = m.member_id and (d.kind = 'district' or (m.relation = 'group' and d.same_as is not null))
      where r.origin = 1 and coalesce(d.same_as, d.id) <> r.territory_id
    ),
    town_below as materialized (
      select distinct r.position, coalesce(d.same_as, d.id) as district_id, t.id as territory_id, t.kind, r.source_id,
        r.period, r.breakdown_id, r.reported_at
      from rolled r
      join membership m on r.kind = 'group' and m.parent_id = r.territory_id and m.relation = 'group' and ${trueAt('m', asOf)}
      join territory t on t.id = m.member_id and t.kind = 'municipality' and t.same_as is null
      join membership h on h.member_id = t.id and h.relation = 'district' and ${trueAt('h', asOf)}
      join territory d on d.id = h.parent_id
    ),
    cell as materialized (
      select position, district_id, territory_id, kind, source_id, period, breakdown_id, reported_at, 0 as origin
      from wanted
      where kind in ('municipality', 'part')
      union all
      select position, district_id, territory_id, kind, source_id, period, breakdown_id, reported_at, origin
      from rolled
      union all
      select position, district_id, territory_id, kind, source_id, period, breakdown_id, reported_at, 0
      from town_below
      union all
      select below.position, a.district_id, a.territory_id, 'district', below.source_id, a.period, a.breakdown_id,
        below.reported_at, a.origin
      from below
      join aggregate a on a.district_id = below.district_id and a.territory_id = below.district_id
        and a.measure_id = below.measure_id and a.period = below.period and a.breakdown_id = below.breakdown_id
        and ${trueAt('a', asOf)}
    ),
    winner as (
      select distinct on (cell.position, o.district_id, o.measure_id, o.territory_id, o.period)
        cell.position, o.release_id
      from cell
      join observation o on o.district_id = cell.district_id and o.measure_id = cell.source_id
        and o.period = cell.period and o.breakdown_id = cell.breakdown_id and ${trueAt('o', asOf)}
      join territory t on t.id = o.territory_id
      where case
          when cell.origin = 0 then o.territory_id = cell.territory_id
          when o.territory_id = cell.territory_id then false
          when cell.kind = 'association' then exists (
            select from membership m where m.member_id = t.id and m.parent_id = cell.territory_id and ${trueAt('m', asOf)}
          )
          else t.kind = 'municipality' or (cell.reported_at = 'association' and t.kind = 'association')
        end
      order by cell.position, o.district_id, o.measure_id, o.territory_id, o.period, o.sign is not distinct from '-', o.release_id desc
    )
    select w.position, r.id, r.title, r.institute, r.source, r.licence, r.file,
      to_char(r.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "receivedAt",
      to_char(r.retrieved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "retrievedAt",
      r.demo
    from (select distinct position, release_id from winner) w
    join release r on r.id = w.release_id
    order by w.position, r.id desc`.execute(db);
  return groupByPosition(rows, requests.length);
}
