import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { accuracyOf } from './accuracy-sql.ts';
import { type ReconciledCell, reconciledColumns } from './reconciliation-sql.ts';
import type { TerritoryRow } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/** One cell of a measure (its internal id) of one district. */
export type ReconciliationRequest = {
  readonly territory: Pick<TerritoryRow, 'factsId' | 'districtIds'>;
  readonly measureId: number;
  readonly period: string;
  /** The key of a breakdown; '' is the total. */
  readonly breakdown: string;
};

/** Delivered totals beside the sums of the members, in the order of the requests; null where nothing is known. */
export async function reconciliationOf(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly ReconciliationRequest[] },
): Promise<readonly (ReconciledCell | null)[]> {
  const cells = requests.flatMap(({ territory, ...cell }, index) =>
    territory.districtIds.map((districtId) => ({ ...cell, position: index + 1, territory, districtId })),
  );
  const { rows } = await sql<ReconciledCell & { position: number }>`
    with wanted as materialized (
      select w.*, b.id as breakdown_id
      from unnest(
        ${cells.map(({ position }) => position)}::int[],
        ${cells.map(({ districtId }) => districtId)}::int[],
        ${cells.map(({ territory }) => territory.factsId)}::int[],
        ${cells.map(({ measureId }) => measureId)}::int[],
        ${cells.map(({ period }) => period)}::text[],
        ${cells.map(({ breakdown }) => breakdown)}::text[]
      ) as w (position, district_id, territory_id, measure_id, period, breakdown)
      join breakdown b on b.key = w.breakdown
    )
    select wanted.position, ${reconciledColumns}
    from wanted
    join aggregate a on a.district_id = wanted.district_id and a.territory_id = wanted.territory_id
      and a.measure_id = wanted.measure_id and a.period = wanted.period and a.breakdown_id = wanted.breakdown_id
      and ${trueAt('a', asOf)}
    ${accuracyOf(asOf)}`.execute(db);
  const byPosition = new Map(rows.map(({ position, ...cell }) => [position, cell]));
  return requests.map((_, index) => byPosition.get(index + 1) ?? null);
}
