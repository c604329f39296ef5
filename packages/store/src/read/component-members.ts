import { type Bounds, isWithin, periodEnd, statusCodes, type TerritoryKind } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { groupByPosition } from './group-by-position.ts';
import { inForceOn } from './in-force-on.ts';
import { isOfficial } from './is-official.ts';
import { versionOnDay } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/**
 * A rolled-up cell whose members may be told: `ComponentFacts` without `withheld`, and what the measure declares.
 * `municipalities` and `weighedMunicipalities` say whether municipalities contribute to a group themselves (see
 * `aggregateGroups`), with the measure and with its weight.
 */
export type ComponentMembersRequest = {
  readonly districtId: number;
  readonly territoryId: number;
  readonly breakdown: string;
  readonly measureId: number;
  /** The measure (internal id) that municipalities deliver: itself, or the one whose values it counts. */
  readonly sourceId: number;
  /** Between which bounds a value counts as 1; null where nothing is counted. */
  readonly bounds: Bounds | null;
  readonly period: string;
  readonly rollup: 'sum' | 'min' | 'max' | 'count' | 'none' | 'weightedMean';
  readonly weightId: number | null;
  readonly reportedAt: 'municipality' | 'association' | 'district';
  readonly municipalities: boolean;
  readonly weighedMunicipalities: boolean;
  readonly value: number | null;
  readonly reported: number;
  readonly expected: number | null;
};

/** A territory as an explanation names it. */
export type MemberLabel = { readonly key: string; readonly name: string; readonly kind: TerritoryKind };

/** A member that was added up. `flags` is a bit set; `weight` is null but for means. */
export type ContributionRow = {
  readonly territory: MemberLabel;
  readonly value: number;
  readonly flags: number;
  readonly weight: number | null;
};

/** Who was added up, and who was expected and did not report; `missing` is null where nobody can say who is expected. */
export type ComponentMembers = {
  readonly contributions: readonly ContributionRow[];
  readonly missing: readonly MemberLabel[] | null;
};

/** Sums are equal up to the order of adding up. */
const SAME = 1e-9;

type MemberRow = MemberLabel & {
  readonly position: number;
  readonly value: number | null;
  readonly status: number | null;
  readonly flags: number | null;
  /** It was delivered for this member, not rolled up. */
  readonly observed: boolean | null;
  readonly weight: number | null;
  readonly awaited: boolean;
  readonly excused: boolean;
};

/**
 * The members of rolled-up cells, by key, in the order of the requests: those that were added up when the cell was
 * computed (see `rollUpSql`), found again by the same rules. Null where they do not give the stored value: no explanation is
 * better than a wrong one. Where any member is hidden nobody is told, whatever was asked (rule 13).
 */
export async function componentMembers(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly ComponentMembersRequest[] },
): Promise<readonly (ComponentMembers | null)[]> {
  const inForce = (alias: string, day: string) =>
    sql`${trueAt(alias, asOf)} and ${inForceOn(alias, sql.raw(day))}`;
  const { rows } = await sql<MemberRow>`
    with wanted as materialized (
      select w.position::int, w.district_id, w.territory_id, w.measure_id, w.source_id, w.period, w.ends, w.rollup, w.weight_id,
        w.reported_at, w.municipalities, w.weighed_municipalities, b.id as breakdown_id, k.kind
      from unnest(
        ${requests.map((request) => request.districtId)}::int[],
        ${requests.map((request) => request.territoryId)}::int[],
        ${requests.map((request) => request.measureId)}::int[],
        ${requests.map((request) => request.sourceId)}::int[],
        ${requests.map((request) => request.period)}::text[],
        ${requests.map((request) => periodEnd(request.period))}::date[],
        ${requests.map((request) => request.rollup)}::text[],
        ${requests.map((request) => request.weightId)}::int[],
        ${requests.map((request) => request.reportedAt)}::text[],
        ${requests.map((request) => request.municipalities)}::boolean[],
        ${requests.map((request) => request.weighedMunicipalities)}::boolean[],
        ${requests.map((request) => request.breakdown)}::text[]
      ) with ordinality as w (district_id, territory_id, measure_id, source_id, period, ends, rollup, weight_id, reported_at,
        municipalities, weighed_municipalities, breakdown, position)
      join breakdown b on b.key = w.breakdown
      join territory k on k.id = w.territory_id
    ),
    rolled as materialized (
      select w.*
      from wanted w
      join aggregate a on a.district_id = w.district_id and a.territory_id = w.territory_id
        and a.measure_id = w.measure_id and a.period = w.period and a.breakdown_id = w.breakdown_id and ${trueAt('a', asOf)}
      where a.origin = 1 and a.hidden = 0 and w.rollup <> 'none'
    ),
    declared as materialized (
      select r.position, f.id as member_id, f.kind, m.member_id as role_id, m.in_force_from, m.in_force_until
      from rolled r
      join membership m on r.kind = 'group' and m.parent_id = r.territory_id and m.relation = 'group' and ${trueAt('m', asOf)}
      join territory c on c.id = m.member_id
      join territory f on f.id = coalesce(c.same_as, c.id)
    ),
    place as materialized (
      select position, member_id, kind, member_id as district_id
      from declared
      union
      select g.position, g.member_id, g.kind, coalesce(d.same_as, d.id)
      from declared g
      join membership m on m.member_id = g.member_id and m.relation = 'district' and ${trueAt('m', asOf)}
      join territory d on d.id = m.parent_id
      where g.kind = 'municipality'
      union
      select r.position, coalesce(d.same_as, d.id), 'district', coalesce(d.same_as, d.id)
      from rolled r
      join membership m on m.parent_id = r.territory_id and m.relation = r.kind and ${trueAt('m', asOf)}
      join territory d on d.id = m.member_id and d.kind = 'district' and coalesce(d.same_as, d.id) <> r.territory_id
      where r.kind in ('region', 'state', 'country')
    ),
    observed as materialized (
      select distinct on (position, territory_id) *
      from (
        select r.position, o.district_id, o.territory_id, t.kind, o.value, o.status, o.flags, o.sign, o.boundary_date,
          o.association_id, o.release_id
        from rolled r
        join observation o on o.district_id = r.district_id and o.measure_id = r.source_id and o.period = r.period
          and o.breakdown_id = r.breakdown_id and ${trueAt('o', asOf)}
        join territory t on t.id = o.territory_id and t.kind in ('municipality', 'association')
        where r.kind in ('district', 'association') and o.territory_id <> r.district_id
        union all
        select r.position, o.district_id, o.territory_id, p.kind, o.value, o.status, o.flags, o.sign, o.boundary_date,
          o.association_id, o.release_id
        from place p
        join rolled r using (position)
        join observation o on o.district_id = p.district_id and o.measure_id = r.source_id
          and o.territory_id = p.member_id and o.period = r.period and o.breakdown_id = r.breakdown_id and ${trueAt('o', asOf)}
        where p.kind = 'municipality' and r.municipalities
      ) o
      order by position, territory_id, sign is not distinct from '-', release_id desc
    ),
    figure as materialized (
      select o.position, o.district_id, o.territory_id as member_id, true as observed,
        case when r.rollup = 'count' then 1 else o.value end as value, o.status, o.flags, o.sign, o.boundary_date
      from observed o
      join rolled r using (position)
      left join lateral (
        select coalesce(a.same_as, a.id) as id
        from membership m
        join territory c on c.id = m.member_id and ${isOfficial('c', asOf)}
        join territory a on a.id = m.parent_id and coalesce(a.same_as, a.id) <> o.territory_id
        where (r.reported_at = 'association' or (r.kind = 'association' and o.association_id is null))
          and m.member_id = o.territory_id and m.relation = 'association' and ${trueAt('m', asOf)}
          and (${inForceOn('m', sql`o.boundary_date`)} or not exists (
            select from membership h
            where h.member_id = o.territory_id and h.relation = 'district' and ${inForce('h', 'o.boundary_date')}
          ) and exists (
            select from membership h
            where h.parent_id = m.parent_id and h.relation = 'association' and ${inForce('h', 'o.boundary_date')}
          ))
        order by greatest(m.in_force_from - o.boundary_date, o.boundary_date - m.in_force_until), m.in_force_from
        limit 1
      ) own on true
      where case
          when r.kind = 'group' then exists (
            select from declared g
            where g.position = o.position and g.member_id = o.territory_id and ${inForceOn('g', sql`o.boundary_date`)}
          )
          when r.kind = 'association' then o.kind = 'municipality' and r.reported_at <> 'association'
            and coalesce(o.association_id, own.id) = r.territory_id
          when r.reported_at = 'association'
            then o.kind = 'association' or (own.id is null and (o.association_id is null or exists (
              select from membership h
              where h.member_id = o.territory_id and h.relation = 'district' and ${inForce('h', 'o.boundary_date')}
            )))
          else o.kind = 'municipality'
        end
      union all
      select p.position, p.district_id, p.member_id, false, a.value, a.status, a.flags, a.sign,
        case when r.kind = 'group' then coalesce(a.boundary_date, r.ends) else r.ends end
      from place p
      join rolled r using (position)
      join aggregate a on a.district_id = p.district_id and a.territory_id = p.member_id
        and a.measure_id = r.measure_id and a.period = r.period and a.breakdown_id = r.breakdown_id and ${trueAt('a', asOf)}
      where p.kind <> 'municipality' and (r.kind <> 'group' or exists (
        select from declared g
        where g.position = p.position and g.member_id = p.member_id
          and ${inForceOn('g', sql`coalesce(a.boundary_date, r.ends)`)}
      ))
    ),
    weighed as materialized (
      select f.position, f.member_id, a.value
      from figure f
      join rolled r using (position)
      join aggregate a on a.district_id = f.district_id and a.territory_id = f.member_id
        and a.measure_id = r.weight_id and a.period = r.period and a.breakdown_id = r.breakdown_id and ${trueAt('a', asOf)}
      where not f.observed and a.status = 0
      union all
      select position, member_id, value
      from (
        select distinct on (f.position, f.member_id) f.position, f.member_id, o.value, o.status
        from figure f
        join rolled r using (position)
        join observation o on o.district_id = f.district_id and o.territory_id = f.member_id
          and o.measure_id = r.weight_id and o.period = r.period and o.breakdown_id = r.breakdown_id and ${trueAt('o', asOf)}
        where f.observed and (r.kind <> 'group' or r.weighed_municipalities)
        order by f.position, f.member_id, o.sign is not distinct from '-', o.release_id desc
      ) o
      where status = 0
    ),
    moment as materialized (
      select r.position, r.kind, r.territory_id, r.reported_at, max(f.boundary_date) as day
      from rolled r
      join figure f using (position)
      group by r.position, r.kind, r.territory_id, r.reported_at
    ),
    awaited as (
      select g.position, g.member_id
      from declared g
      join moment using (position)
      left join territory_version v on v.territory_id = g.role_id and ${inForce('v', 'moment.day')}
      where ${inForceOn('g', sql`moment.day`)}
      group by g.position, g.member_id
      having bool_or(coalesce(v.inhabited, true))
      union
      select moment.position, coalesce(above.id, c.same_as, c.id)
      from moment
      join membership m on m.parent_id = moment.territory_id and m.relation = moment.kind and ${inForce('m', 'moment.day')}
      join territory c on c.id = m.member_id and ${isOfficial('c', asOf)}
        and c.kind = case when moment.kind in ('district', 'association') then 'municipality' else 'district' end
        and coalesce(c.same_as, c.id) <> moment.territory_id
      join territory_version v on v.territory_id = c.id and v.inhabited and ${inForce('v', 'moment.day')}
      left join lateral (
        select coalesce(a.same_as, a.id) as id
        from membership n
        join territory a on a.id = n.parent_id and coalesce(a.same_as, a.id) <> coalesce(c.same_as, c.id)
        where moment.kind = 'district' and moment.reported_at = 'association'
          and n.member_id = c.id and n.relation = 'association' and ${inForce('n', 'moment.day')}
        limit 1
      ) above on true
      where moment.kind <> 'group'
    ),
    member as (
      select coalesce(f.position, w.position) as position, coalesce(f.member_id, w.member_id) as member_id, f.observed,
        f.value, f.status, f.flags, f.sign, f.boundary_date, w.member_id is not null as awaited
      from figure f
      full join awaited w on w.position = f.position and w.member_id = f.member_id
    )
    select member.position, t.key, t.kind, v.name, member.value, member.status::int, member.flags::int, member.observed,
      weighed.value as weight,
      member.awaited,
      coalesce(moment.kind <> 'group' and member.status = 20 and member.sign = '-' and not exists (
        select from (
          select min(l.first) as first, max(l.last) as last, bool_or(l.in_force_until is null) as is_latest
          from territory_life l
          join territory role on role.id = l.territory_id
          where coalesce(role.same_as, role.id) = member.member_id and ${trueAt('l', asOf)}
        ) life
        where member.boundary_date between life.first and life.last
          or (member.boundary_date > life.last and life.is_latest)
      ), false) as excused
    from member
    join moment on moment.position = member.position
    join territory t on t.id = member.member_id
    cross join lateral (select moment.day) in_force
    join lateral ${versionOnDay(asOf)} v on true
    left join weighed on weighed.position = member.position and weighed.member_id = member.member_id
    order by member.position, t.key`.execute(db);
  const groups = groupByPosition(rows, requests.length);
  return requests.map((request, index) => membersOf(request, groups[index] ?? []));
}

function membersOf(request: ComponentMembersRequest, rows: readonly MemberRow[]): ComponentMembers | null {
  const isMean = request.rollup === 'weightedMean';
  const contributions = rows.flatMap((row): readonly ContributionRow[] => {
    const { value, status, flags, weight } = row;
    if (status !== statusCodes.NORMAL || value === null || (isMean && weight === null)) return [];
    const counted =
      request.bounds === null || !row.observed ? value : Number(isWithin(request.bounds, value));
    return [{ territory: labelOf(row), value: counted, flags: flags ?? 0, weight: isMean ? weight : null }];
  });
  const isHidden = rows.some(({ status }) => (status ?? 0) >= statusCodes.CONFIDENTIAL_OR_UNKNOWN);
  if (isHidden || contributions.length !== request.reported || !giveValue(request, contributions))
    return null;
  const added = new Set(contributions.map(({ territory }) => `${territory.kind} ${territory.key}`));
  const missing = rows
    .filter(
      ({ awaited, excused, status }) =>
        !excused && (awaited || (status !== null && status !== statusCodes.NOT_AVAILABLE)),
    )
    .map(labelOf)
    .filter(({ kind, key }) => !added.has(`${kind} ${key}`));
  const isKnown = request.expected !== null && missing.length === request.expected - request.reported;
  return { contributions, missing: isKnown ? missing : null };
}

function labelOf({ key, name, kind }: MemberRow): MemberLabel {
  return { key, name, kind };
}

/** Whether the contributions give the value that is stored; where none is, nothing speaks against them. */
function giveValue(
  { rollup, value }: ComponentMembersRequest,
  contributions: readonly ContributionRow[],
): boolean {
  if (value === null) return true;
  const values = contributions.map((contribution) => contribution.value);
  const given =
    rollup === 'min'
      ? Math.min(...values)
      : rollup === 'max'
        ? Math.max(...values)
        : rollup === 'weightedMean'
          ? total(contributions.map(({ value, weight }) => value * (weight ?? 0))) /
            total(contributions.map(({ weight }) => weight ?? 0))
          : total(values);
  return Math.abs(given - value) <= SAME * Math.max(1, Math.abs(value));
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
