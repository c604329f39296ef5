import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import type { RecordSource } from './record-source.ts';
import { type DistrictRecord, recordAddress } from './revised.ts';

/** Records by district and key, in the order of the addresses; null where there is none. One statement. */
export async function recordsByAddress<Row extends DistrictRecord>(
  db: Kysely<StoreSchema>,
  { table, columns }: RecordSource<Row>,
  addresses: readonly DistrictRecord[],
): Promise<readonly (Row | null)[]> {
  const { rows } = await sql<Row>`
    select ${columns}
    from unnest(
      ${addresses.map(({ district }) => district)}::text[],
      ${addresses.map(({ key }) => key)}::text[]
    ) as w (district, key)
    join ${sql.table(table)} l on l.district_key = w.district and l.key = w.key`.execute(db);
  const byAddress = new Map(rows.map((row) => [recordAddress(row), row]));
  return addresses.map((address) => byAddress.get(recordAddress(address)) ?? null);
}
