import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { type BodyAddress, bodyAddressText } from './body-address.ts';
import { type BodyRow, bodyColumns } from './body-row.ts';

/** Bodies by their addresses, in their order; null where there is none. One statement. */
export async function bodiesByAddress(
  db: Kysely<StoreSchema>,
  addresses: readonly BodyAddress[],
): Promise<readonly (BodyRow | null)[]> {
  const { rows } = await sql<BodyRow>`
    select ${bodyColumns}
    from unnest(
      ${addresses.map(({ district }) => district)}::text[],
      ${addresses.map(({ key }) => key)}::text[]
    ) as w (district_key, key)
    join cooperation_body b on b.district_key = w.district_key and b.key = w.key`.execute(db);
  const byAddress = new Map(rows.map((body) => [bodyAddressText(body), body]));
  return addresses.map((address) => byAddress.get(bodyAddressText(address)) ?? null);
}
