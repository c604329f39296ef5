import type { TerritoryKind } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { registerDay } from './register-day.ts';
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
  /** The day whose register says which territories there are: the end of the period, ISO. */
  readonly day: string;
};

/** What a map or a ranking draws: parallel lists, in the order of the territories' keys. `statuses` are codes. */
export type CrossSection = {
  readonly territories: readonly TerritoryLabel[];
  readonly values: readonly (number | null)[];
  readonly statuses: readonly number[];
  readonly coverages: readonly (number | null)[];
};

/** A territory as a map names it. */
export type TerritoryLabel = {
  readonly key: string;
  readonly ars: string | null;
  readonly ags: string | null;
  readonly name: string;
};

const EMPTY: CrossSection = Object.freeze({ territories: [], values: [], statuses: [], coverages: [] });

/**
 * Cross-sections, in the order of the requests. The territories are those of the register in force on the day and
 * those that only tables know on that very day; one without a value has the status NOT_AVAILABLE.
 */
export async function crossSection(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly CrossSectionRequest[] },
): Promise<readonly CrossSection[]> {
  const { rows } = await sql<CrossSection & { position: number }>`
    with wanted as materialized (
      select w.*, register.day as register_day
      from unnest(
        ${requests.map(({ territoryId }) => territoryId)}::int[],
        ${requests.map(({ kind }) => kind)}::text[],
        ${requests.map(({ indicatorId }) => indicatorId)}::int[],
        ${requests.map(({ breakdown }) => breakdown)}::text[],
        ${requests.map(({ period }) => period)}::text[],
        ${requests.map(({ day }) => day)}::date[]
      ) with ordinality as w (territory_id, kind, indicator_id, breakdown, period, day, position)
      cross join lateral ${registerDay(sql`w.day`, asOf)} register
    ),
    parent as (
      select w.position, w.territory_id as id
      from wanted w
      union
      select w.position, d.id
      from wanted w
      join membership m on m.parent_id = w.territory_id and m.relation in ('region', 'state', 'country')
      join territory d on d.id = m.member_id and d.kind = 'district'
      where w.kind in ('municipality', 'association') and ${trueAt('m', asOf)} and ${provenFor('d')}
    ),
    member as materialized (
      select distinct w.position, t.id, coalesce(t.same_as, t.id) as facts_id
      from parent
      join wanted w on w.position = parent.position
      join territory p on p.id = parent.id
      join membership m on m.parent_id = p.id and m.relation = p.kind
      join territory t on t.id = m.member_id and t.kind = w.kind
      where not (t.kind = 'association' and t.same_as is not null) and ${trueAt('m', asOf)} and ${provenFor('t')}
    ),
    place as materialized (
      select member.position, member.id, member.facts_id, coalesce(d.same_as, d.id) as district_id
      from member
      join territory f on f.id = member.facts_id and f.kind in ('municipality', 'association')
      join membership m on m.member_id = f.id and m.relation = 'district'
      join territory d on d.id = m.parent_id
      union
      select position, id, facts_id, facts_id
      from member
    ),
    value as (
      select place.position, place.id, s."values"[spot.at] as value, s.statuses[spot.at] as status,
        s.coverages[spot.at] as coverage
      from place
      join wanted w on w.position = place.position
      join breakdown b on b.key = w.breakdown
      join published_series s on s.district_id = place.district_id and s.territory_id = place.facts_id
        and s.indicator_id = w.indicator_id and s.breakdown_id = b.id and ${trueAt('s', asOf)}
      cross join lateral (select array_position(s.periods, w.period) as at) spot
      where spot.at is not null
    )
    select w.position::int,
      json_agg(json_build_object('key', t.key, 'ars', v.ars, 'ags', v.ags, 'name', v.name) order by t.key) as territories,
      json_agg(value.value order by t.key) as values,
      json_agg(coalesce(value.status, 20) order by t.key) as statuses,
      json_agg(value.coverage order by t.key) as coverages
    from member
    join wanted w on w.position = member.position
    join territory t on t.id = member.id
    cross join lateral (select case when t.evidence = 'REGISTER' then w.register_day else w.day end as day) in_force
    join lateral ${versionOnDay(asOf)} v on true
    left join value on value.position = member.position and value.id = member.id
    group by w.position`.execute(db);
  const byPosition = new Map(rows.map((row) => [row.position, row]));
  return requests.map((_, index) => byPosition.get(index + 1) ?? EMPTY);
}

/** SQL: the membership `m` of the territory `alias` is proven for the request `w`. */
function provenFor(alias: string) {
  const evidence = sql.raw(`${alias}.evidence`);
  return sql`m.proven_from <= case when ${evidence} = 'REGISTER' then w.register_day else w.day end
        and m.proven_until >= case when ${evidence} = 'REGISTER' then w.register_day else w.day end`;
}
