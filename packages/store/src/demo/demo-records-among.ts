import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';

/** A record of cooperation as the demo marks it: a body stands for its meetings, a decision for its rounds, a concept for its versions. */
export type MarkedRecord = {
  readonly district: string;
  readonly kind: 'assignment' | 'body' | 'decision' | 'concept' | 'training' | 'deadline';
  readonly key: string;
};

/** Which of the records the demo brought, in their order. One statement. */
export async function demoRecordsAmong(
  db: Kysely<StoreSchema>,
  records: readonly MarkedRecord[],
): Promise<readonly boolean[]> {
  const { rows } = await sql<{ position: number }>`
    select w.position::int
    from unnest(
      ${records.map(({ district }) => district)}::text[],
      ${records.map(({ kind }) => kind)}::text[],
      ${records.map(({ key }) => key)}::text[]
    ) with ordinality as w (district_key, kind, key, position)
    join demo_record d on d.district_key = w.district_key and d.kind = w.kind and d.key = w.key`.execute(db);
  const marked = new Set(rows.map(({ position }) => position));
  return records.map((_, index) => marked.has(index + 1));
}
