import type { TerritoryKind } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { inForceOn } from './in-force-on.ts';
import { versionOnDay } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/** One indicator and period for all territories of a kind inside a territory (its internal id). */
export type CrossSectionRequest = {
  readonly territoryId: number;
  readonly kind: TerritoryKind;
  readonly indicatorId: number;
  /** The key of a breakdown; '' is the total. */
  readonly breakdown: string;
  readonly period: string;
  /** The day that says which territories there are: the end of the period, ISO. */
  readonly day: string;
};

/** What a map or a ranking draws: parallel lists, in the order of the territories' keys. `statuses` are codes, `flags` bit sets. */
export type CrossSection = {
  readonly territories: readonly TerritoryLabel[];
  readonly values: readonly (number | null)[];
  readonly statuses: readonly number[];
  readonly flags: readonly number[];
  readonly coverages: readonly (number | null)[];
};

/** A territory as a map names it. */
export type TerritoryLabel = {
  readonly key: string;
  readonly ars: string | null;
  readonly ags: string | null;
  readonly name: string;
};

const EMPTY: CrossSection = Object.freeze({
  territories: [],
  values: [],
  statuses: [],
  flags: [],
  coverages: [],
});

/**
 * Cross-sections, in the order of the requests. The territories are those of the day; one without a value has the status NOT_AVAILABLE.
 */
export async function crossSection(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly CrossSectionRequest[] },
): Promise<readonly CrossSection[]> {
  const { rows } = await sql<CrossSection & { position: number }>`
    with wanted as materialized (
      select w.position::int, w.territory_id, w.kind, w.indicator_id, b.id as breakdown_id, w.period, w.day
      from unnest(
        ${requests.map(({ territoryId }) => territoryId)}::int[],
        ${requests.map(({ kind }) => kind)}::text[],
        ${requests.map(({ indicatorId }) => indicatorId)}::int[],
        ${requests.map(({ breakdown }) => breakdown)}::text[],
        ${requests.map(({ period }) => period)}::text[],
        ${requests.map(({ day }) => day)}::date[]
      ) with ordinality as w (territory_id, kind, indicator_id, breakdown, period, day, position)
      left join breakdown b on b.key = w.breakdown
    ),
    parent as (
      select w.territory_id as id, w.*
      from wanted w
      union
      select d.id, w.*
      from wanted w
      join membership m on m.parent_id = w.territory_id and m.relation in ('region', 'state', 'country', 'group')
      join territory d on d.id = m.member_id and d.kind = 'district'
      where w.kind in ('municipality', 'association') and ${trueAt('m', asOf)} and ${inForceOn('m', sql`w.day`)}
    ),
    member as materialized (
      select distinct w.position, w.indicator_id, w.breakdown_id, w.period,
        w.day, t.id, coalesce(t.same_as, t.id) as facts_id
      from parent w
      join territory p on p.id = w.id
      join membership m on m.parent_id = p.id and m.relation = p.kind
      join territory t on t.id = m.member_id and t.kind = w.kind
      where not (t.kind = 'association' and t.same_as is not null) and ${trueAt('m', asOf)} and ${inForceOn('m', sql`w.day`)}
    ),
    place as materialized (
      select member.*, coalesce(d.same_as, d.id) as district_id
      from member
      join territory f on f.id = member.facts_id and f.kind in ('municipality', 'association')
      join membership m on m.member_id = f.id and m.relation = 'district'
      join territory d on d.id = m.parent_id
      union
      select member.*, e.district_id
      from member
      join earlier_district e on e.territory_id = member.facts_id and ${trueAt('e', asOf)}
      union
      select member.*, facts_id
      from member
    ),
    cell as (
      select position, id, day, null::double precision as value, null::smallint as status,
        null::smallint as flags, null::double precision as coverage
      from member
      union all
      select place.position, place.id, place.day, s."values"[spot.at], s.statuses[spot.at], s.flags[spot.at], s.coverages[spot.at]
      from place
      join published_series s on s.district_id = place.district_id and s.territory_id = place.facts_id
        and s.indicator_id = place.indicator_id and s.breakdown_id = place.breakdown_id and ${trueAt('s', asOf)}
      cross join lateral (select array_position(s.periods, place.period) as at) spot
      where spot.at is not null
    ),
    row_of_member as materialized (
      select position, id, day, max(value) as value, coalesce(max(status), 20) as status,
        coalesce(bit_or(flags), 0) as flags, max(coverage) as coverage
      from cell
      group by position, id, day
    )
    select row.position,
      json_agg(json_build_object('key', t.key, 'ars', v.ars, 'ags', v.ags, 'name', v.name) order by t.key) as territories,
      json_agg(row.value order by t.key) as values,
      json_agg(row.status order by t.key) as statuses,
      json_agg(row.flags order by t.key) as flags,
      json_agg(row.coverage order by t.key) as coverages
    from row_of_member row
    cross join lateral (select row.day) in_force
    join territory t on t.id = row.id
    join lateral ${versionOnDay(asOf)} v on true
    group by row.position`.execute(db);
  const byPosition = new Map(rows.map((row) => [row.position, row]));
  return requests.map((_, index) => byPosition.get(index + 1) ?? EMPTY);
}
