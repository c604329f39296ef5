import type { Kysely } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { bodiesByAddress } from './bodies-by-address.ts';
import type { BodyAddress } from './body-address.ts';
import type { StoredBody } from './body-row.ts';
import { membersOfBodies } from './members-of-bodies.ts';

/** Bodies with their members, by their addresses, in their order; null where there is none. Two statements. */
export async function storedBodies(
  db: Kysely<StoreSchema>,
  addresses: readonly BodyAddress[],
): Promise<readonly (StoredBody | null)[]> {
  const bodies = await bodiesByAddress(db, addresses);
  const members = await membersOfBodies(db, { bodies: addresses });
  return bodies.map((body, index) => (body === null ? null : { ...body, members: members[index] ?? [] }));
}
