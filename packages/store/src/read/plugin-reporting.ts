import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import type { TerritoryLabel } from './cross-section.ts';
import { inForceOn } from './in-force-on.ts';
import { versionOnDay } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/** Measures (internal ids) whose state in a period is asked, for all districts or those of a Land (two digits). */
export type PluginReportingRequest = {
  readonly measures: readonly {
    readonly id: number;
    /** Its members report it and are counted; else the row of the district itself is all there is. */
    readonly byMembers: boolean;
  }[];
  readonly period: string;
  /** The day that says which districts there are: the end of the period, ISO. */
  readonly day: string;
  readonly state: string | null;
};

/** How much of what is expected has arrived. */
export const reportingStatuses = Object.freeze([
  'COMPLETE',
  'PARTIAL',
  'DELIVERED_ONLY',
  'UNCOUNTED',
  'NOTHING',
] as const);

export type ReportingStatus = (typeof reportingStatuses)[number];

/**
 * The state of the districts: parallel lists in the order of their keys. `reported` and `expected` count members; both
 * are null where one of them is confidential, `expected` also where nobody knows who is expected. Times are ISO, UTC.
 * `measureIds` are the measures that somebody delivered for the period.
 */
export type PluginReporting = {
  readonly territories: readonly TerritoryLabel[];
  readonly statuses: readonly ReportingStatus[];
  readonly reported: readonly (number | null)[];
  readonly expected: readonly (number | null)[];
  readonly received: readonly (string | null)[];
  readonly measureIds: readonly number[];
};

const EMPTY: PluginReporting = Object.freeze({
  territories: [],
  statuses: [],
  reported: [],
  expected: [],
  received: [],
  measureIds: [],
});

/**
 * Which districts have reported what, in the order of the requests. Measures that nobody delivered for the period are
 * left aside. A confidential figure is a report like any other; but where a member is confidential no numbers of members
 * are told (rule 13). Of several measures the least complete one counts.
 */
export async function pluginReporting(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly PluginReportingRequest[] },
): Promise<readonly PluginReporting[]> {
  const measures = requests.flatMap(({ measures: asked }, index) =>
    asked.map((measure) => ({ ...measure, position: index + 1 })),
  );
  const { rows } = await sql<PluginReporting & { position: number }>`
    with wanted as materialized (
      select w.position::int, w.period, w.day, w.state
      from unnest(
        ${requests.map(({ period }) => period)}::text[],
        ${requests.map(({ day }) => day)}::date[],
        ${requests.map(({ state }) => state)}::text[]
      ) with ordinality as w (period, day, state, position)
    ),
    delivery as materialized (
      select m.position, m.measure_id, m.by_members, w.period, w.day, r.id as release_id, r.received_at
      from unnest(
        ${measures.map(({ position }) => position)}::int[],
        ${measures.map(({ id }) => id)}::int[],
        ${measures.map(({ byMembers }) => byMembers)}::boolean[]
      ) as m (position, measure_id, by_members)
      join wanted w on w.position = m.position
      join release r on m.measure_id = any(r.measure_ids) and w.period = any(r.periods) and ${trueAt('r', asOf)}
    ),
    measure as materialized (
      select distinct position, measure_id, by_members
      from delivery
    ),
    district as materialized (
      select w.position, w.period, t.id, t.key, coalesce(t.same_as, t.id) as facts_id, v.ars, v.ags, v.name,
        exists (
          select from territory o where o.same_as = coalesce(t.same_as, t.id) and o.kind = 'municipality'
        ) as own_member
      from wanted w
      join territory t on t.kind = 'district' and (w.state is null or left(t.key, 2) = w.state)
      cross join lateral (select w.day) in_force
      join lateral ${versionOnDay(asOf)} v on true
      where not exists (select from territory_life g where ${trueAt('g', asOf)})
        or (v.evidence <> 'TABLE' and ${inForceOn('v', sql`w.day`)})
    ),
    judged as (
      select d.position, d.id,
        case
          when a.status is null or (a.status in (20, 30, 40) and a.reported + a.hidden = 0) then 'NOTHING'
          when d.own_member or not m.by_members then 'COMPLETE'
          when a.reported + a.hidden = 0 then 'DELIVERED_ONLY'
          when a.expected = 0 then 'UNCOUNTED'
          when a.reported + a.hidden >= a.expected then 'COMPLETE'
          else 'PARTIAL'
        end as status,
        coalesce(a.hidden, 0) as hidden,
        case when d.own_member then case when a.status <> all('{20,30,40}') then 1 else 0 end
          when m.by_members then coalesce(a.reported, 0) end as reported,
        case when d.own_member then 1 when m.by_members then nullif(a.expected, 0) end as expected
      from district d
      join measure m on m.position = d.position
      left join aggregate a on a.district_id = d.facts_id and a.territory_id = d.facts_id
        and a.measure_id = m.measure_id and a.period = d.period and a.breakdown_id = 0 and ${trueAt('a', asOf)}
    ),
    state_of_district as (
      select position, id,
        case
          when bool_and(status = 'NOTHING') then 'NOTHING'
          when bool_and(status = 'COMPLETE') then 'COMPLETE'
          when bool_and(status in ('COMPLETE', 'DELIVERED_ONLY')) then 'DELIVERED_ONLY'
          when bool_and(status in ('COMPLETE', 'DELIVERED_ONLY', 'UNCOUNTED')) then 'UNCOUNTED'
          else 'PARTIAL'
        end as status,
        case when max(hidden) = 0 then min(reported) end as reported,
        case when max(hidden) = 0 then max(expected) end as expected
      from judged
      group by position, id
    ),
    arrival as (
      select place.position, place.id, max(place.received_at) as received_at
      from (
        select d.position, d.id, r.received_at
        from (select distinct position, release_id, received_at from delivery) r
        join release_territory p on p.release_id = r.release_id
        join district d on d.position = r.position and d.facts_id = p.territory_id
        union all
        select d.position, d.id, r.received_at
        from (select distinct position, release_id, received_at, day from delivery) r
        join release_territory p on p.release_id = r.release_id
        join membership m on m.member_id = p.territory_id and m.relation = 'district' and ${trueAt('m', asOf)}
          and ${inForceOn('m', sql`r.day`)}
        join district d on d.position = r.position and d.id = m.parent_id
      ) place
      group by place.position, place.id
    )
    select d.position,
      json_agg(json_build_object('key', d.key, 'ars', d.ars, 'ags', d.ags, 'name', d.name) order by d.key) as territories,
      json_agg(coalesce(s.status, 'NOTHING') order by d.key) as statuses,
      json_agg(s.reported order by d.key) as reported,
      json_agg(s.expected order by d.key) as expected,
      json_agg(to_char(r.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') order by d.key) as received,
      coalesce(
        (select json_agg(m.measure_id order by m.measure_id) from measure m where m.position = d.position), '[]'
      ) as "measureIds"
    from district d
    left join state_of_district s on s.position = d.position and s.id = d.id
    left join arrival r on r.position = d.position and r.id = d.id
    group by d.position`.execute(db);
  const byPosition = new Map(rows.map((row) => [row.position, row]));
  return requests.map((_, index) => byPosition.get(index + 1) ?? EMPTY);
}
