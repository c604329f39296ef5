import { boundaryHistory, type DistrictHistory, districtHistory } from '@kreisweit/domain';
import { CompiledQuery, type Kysely } from 'kysely';
import type { QueryResultRow } from 'pg';
import type { StoreSchema } from '../store-schema.ts';
import { boundaryKnowledge } from './boundary-knowledge.ts';

/** The boundaries of municipalities and districts over time, as a data version knows them. Callers keep it: it never changes. */
export async function boundaryHistories(db: Kysely<StoreSchema>, asOf: number): Promise<DistrictHistory> {
  const rows = async <Row extends QueryResultRow>(text: string, parameters: readonly unknown[]) =>
    (await db.executeQuery<Row>(CompiledQuery.raw(text, [...parameters]))).rows;
  const { municipality, district } = await boundaryKnowledge(rows, asOf);
  return districtHistory(boundaryHistory(municipality), boundaryHistory(district));
}
