import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import type { BodyAddress } from './body-address.ts';

/** A body on a day (ISO). */
export type BodyOnDay = BodyAddress & { readonly on: string };

/** The day on which bodies last met until a day, this included, in the order of the requests; null where they never did. One statement. */
export async function lastHeldOf(
  db: Kysely<StoreSchema>,
  requests: readonly BodyOnDay[],
): Promise<readonly (string | null)[]> {
  const { rows } = await sql<{ day: string | null }>`
    select (
      select max(m.day)::text
      from body_meeting m
      where m.district_key = w.district_key and m.body_key = w.body_key and m.state = 'HELD' and m.day <= w.day
    ) as day
    from unnest(
      ${requests.map(({ district }) => district)}::text[],
      ${requests.map(({ key }) => key)}::text[],
      ${requests.map(({ on }) => on)}::date[]
    ) with ordinality as w (district_key, body_key, day, position)
    order by w.position`.execute(db);
  return requests.map((_, index) => rows[index]?.day ?? null);
}
