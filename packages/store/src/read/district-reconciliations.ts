import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { accuracyOf, type ReleaseAccuracy } from './accuracy-sql.ts';
import { reconciledColumns } from './reconciliation-sql.ts';
import { versionOnDay } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/** One cell of a measure (its internal id) of all districts inside a territory (its internal id). */
export type DistrictReconciliationsRequest = {
  readonly territoryId: number;
  readonly measureId: number;
  readonly period: string;
  /** The key of a breakdown; '' is the total. */
  readonly breakdown: string;
  /** The first and the last day of the period, ISO. */
  readonly first: string;
  readonly last: string;
};

/** A district whose delivered total is not the sum of its members. */
export type DistrictDifference = {
  readonly key: string;
  readonly ars: string | null;
  readonly ags: string | null;
  readonly name: string;
  readonly delivered: number;
  readonly summed: number;
  readonly difference: number;
  readonly members: number;
} & ReleaseAccuracy;

/** How many districts have figures, how many could be compared, and those that differ, by key. */
export type DistrictReconciliations = {
  readonly districts: number;
  readonly compared: number;
  readonly different: readonly DistrictDifference[];
};

const NONE: DistrictReconciliations = Object.freeze({ districts: 0, compared: 0, different: [] });

/**
 * The districts inside territories whose delivered total differs from the free, complete sum, in the order of the
 * requests. All count that lay inside at some time of the period: a census of May has districts that were gone in
 * December.
 */
export async function districtReconciliations(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly DistrictReconciliationsRequest[] },
): Promise<readonly DistrictReconciliations[]> {
  const { rows } = await sql<DistrictReconciliations & { position: number }>`
    with wanted as materialized (
      select w.position::int, w.territory_id, w.measure_id, b.id as breakdown_id, w.period, w.first, w.last
      from unnest(
        ${requests.map(({ territoryId }) => territoryId)}::int[],
        ${requests.map(({ measureId }) => measureId)}::int[],
        ${requests.map(({ breakdown }) => breakdown)}::text[],
        ${requests.map(({ period }) => period)}::text[],
        ${requests.map(({ first }) => first)}::date[],
        ${requests.map(({ last }) => last)}::date[]
      ) with ordinality as w (territory_id, measure_id, breakdown, period, first, last, position)
      left join breakdown b on b.key = w.breakdown
    ),
    district as materialized (
      select distinct w.*, d.id, coalesce(d.same_as, d.id) as facts_id
      from wanted w
      join territory p on p.id = w.territory_id
      join membership m on m.parent_id = p.id and m.relation = p.kind
      join territory d on d.id = m.member_id and d.kind = 'district'
      where ${trueAt('m', asOf)} and coalesce(m.in_force_from, '-infinity') <= w.last
        and coalesce(m.in_force_until, 'infinity') >= w.first
    ),
    cell as materialized (
      select district.position, district.id, district.last as day, ${reconciledColumns}
      from district
      join aggregate a on a.district_id = district.facts_id and a.territory_id = district.facts_id
        and a.measure_id = district.measure_id and a.period = district.period
        and a.breakdown_id = district.breakdown_id and ${trueAt('a', asOf)}
      ${accuracyOf(asOf)}
    ),
    differing as (
      select cell.position,
        json_agg(
          json_build_object('key', t.key, 'ars', v.ars, 'ags', v.ags, 'name', v.name, 'delivered', cell.delivered,
            'summed', cell.summed, 'difference', cell.difference, 'members', cell.members, 'roundedTo', cell."roundedTo",
            'perturbed', cell.perturbed)
          order by t.key
        ) as different
      from cell
      cross join lateral (select cell.day) in_force
      join territory t on t.id = cell.id
      join lateral ${versionOnDay(asOf)} v on true
      where cell.difference <> 0
      group by cell.position
    )
    select counted.*, coalesce(differing.different, '[]') as different
    from (
      select position, count(*)::int as districts, count(difference)::int as compared
      from cell
      group by position
    ) counted
    left join differing on differing.position = counted.position`.execute(db);
  const byPosition = new Map(rows.map((row) => [row.position, row]));
  return requests.map((_, index) => byPosition.get(index + 1) ?? NONE);
}
