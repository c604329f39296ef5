import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import type { RecordSource } from './record-source.ts';
import type { DistrictRecord } from './revised.ts';

/** What is asked of many districts (keys) at once: until a day, as it is on the day `on`; both ISO. */
export type DueRequest = {
  readonly districts: readonly string[];
  readonly until: string;
  readonly on: string;
};

/** The records of districts whose day is at the latest `until` and that are still to be done on the day `on`, by district and key. One statement. */
export async function openRecords<Row extends DistrictRecord>(
  db: Kysely<StoreSchema>,
  { table, day, columns, isOpen }: RecordSource<Row>,
  { districts, until, on }: DueRequest,
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select ${columns}
    from ${sql.table(table)} l
    where l.district_key = any(${districts}::text[]) and ${day} <= ${until}::date and ${isOpen(on)}
    order by l.district_key, l.key`.execute(db);
  return rows;
}
