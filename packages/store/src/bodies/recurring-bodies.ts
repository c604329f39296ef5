import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { type BodyRow, bodyColumns } from './body-row.ts';

/** A district (its key) on a day (ISO). */
export type OverdueRequest = { readonly district: string; readonly on: string };

/** A body that means to meet regularly, for the request at `position`, on its day. */
export type RecurringBody = BodyRow & { readonly position: number; readonly on: string };

/** The bodies of districts that have a plan of meetings, by key, in the order of the requests. */
export async function recurringBodies(
  db: Kysely<StoreSchema>,
  requests: readonly OverdueRequest[],
): Promise<readonly RecurringBody[]> {
  const { rows } = await sql<RecurringBody>`
    select w.position::int, w.day::text as on, ${bodyColumns}
    from unnest(
      ${requests.map(({ district }) => district)}::text[],
      ${requests.map(({ on }) => on)}::date[]
    ) with ordinality as w (district_key, day, position)
    join cooperation_body b on b.district_key = w.district_key and b.recurs_since is not null
    order by w.position, b.key`.execute(db);
  return rows;
}
