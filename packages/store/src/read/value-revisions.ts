import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { groupByPosition } from './group-by-position.ts';
import type { SeriesSelection } from './series-of.ts';
import type { TerritoryRow } from './territory-row.ts';
import type { ValueSource } from './value-sources.ts';

/** A published value whose history is asked for: a territory, an indicator, a breakdown and a period. */
export type ValueRevisionsRequest = SeriesSelection & {
  readonly territory: Pick<TerritoryRow, 'factsId' | 'districtIds'>;
  readonly period: string;
};

/**
 * What was published of a value from a data version on. `publishedAt` is ISO, UTC; `status` a stored code, `flags` a bit set.
 * `note` says what made the data version, `release` is the one that was taken in with it, if any.
 */
export type ValueRevision = {
  readonly dataVersion: number;
  readonly publishedAt: string;
  readonly value: number | null;
  readonly status: number;
  readonly flags: number;
  readonly note: string;
  readonly release: ValueSource | null;
};

/**
 * How published values changed from data version to data version, up to `asOf` and latest first, in the order of the
 * requests: one entry for each version that changed value, status or flags; a value that is published no more is
 * NOT_AVAILABLE. Of a value that is confidential at `asOf` only the last entry is told, no number from before (rule 13).
 */
export async function valueRevisions(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly ValueRevisionsRequest[] },
): Promise<readonly (readonly ValueRevision[])[]> {
  const asked = requests.flatMap((request, index) =>
    request.territory.districtIds.map((districtId) => ({ ...request, position: index + 1, districtId })),
  );
  const { rows } = await sql<ValueRevision & { position: number }>`
    with wanted as materialized (
      select w.*, b.id as breakdown_id
      from unnest(
        ${asked.map(({ position }) => position)}::int[],
        ${asked.map(({ districtId }) => districtId)}::int[],
        ${asked.map(({ territory }) => territory.factsId)}::int[],
        ${asked.map(({ indicatorId }) => indicatorId)}::int[],
        ${asked.map(({ breakdown }) => breakdown)}::text[],
        ${asked.map(({ period }) => period)}::text[]
      ) as w (position, district_id, territory_id, indicator_id, breakdown, period)
      join breakdown b on b.key = w.breakdown
    ),
    held as materialized (
      select w.position, w.district_id, s.version_from, s.version_until, e.value, e.status, e.flags
      from wanted w
      join published_series s on s.district_id = w.district_id and s.territory_id = w.territory_id
        and s.indicator_id = w.indicator_id and s.breakdown_id = w.breakdown_id and s.version_from <= ${asOf}
      cross join lateral unnest(s.periods, s."values", s.statuses, s.flags) as e (period, value, status, flags)
      where e.period = w.period
    ),
    turn as (
      select position, version_from as version from held
      union
      select position, version_until from held where version_until <= ${asOf}
    ),
    state as (
      select distinct on (t.position, t.version) t.position, t.version, h.value,
        coalesce(h.status, 20) as status, coalesce(h.flags, 0) as flags
      from turn t
      left join held h on h.position = t.position and h.version_from <= t.version
        and (h.version_until is null or h.version_until > t.version)
      order by t.position, t.version, h.district_id
    ),
    step as (
      select state.*, row_number() over versions as number, lag(value) over versions as value_before,
        lag(status) over versions as status_before, lag(flags) over versions as flags_before
      from state
      window versions as (partition by position order by version)
    ),
    revision as (
      select step.*, row_number() over latest as rank, first_value(status) over latest as status_read
      from step
      where number = 1 or status <> status_before or flags <> flags_before or value is distinct from value_before
      window latest as (partition by position order by version desc)
    )
    select r.position, r.version as "dataVersion",
      to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt",
      r.value, r.status, r.flags, v.note,
      case when d.id is not null then json_build_object(
        'id', d.id, 'title', d.title, 'institute', d.institute, 'source', d.source, 'licence', d.licence, 'file', d.file,
        'receivedAt', to_char(d.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'retrievedAt', to_char(d.retrieved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'demo', d.demo
      ) end as release
    from revision r
    join data_version v on v.version = r.version
    left join release d on d.version_from = r.version
    where r.rank = 1 or r.status_read < 70
    order by r.position, r.version desc`.execute(db);
  return groupByPosition(rows, requests.length);
}
