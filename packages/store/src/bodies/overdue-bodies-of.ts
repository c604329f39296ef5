import { type MeetingDay, type OverdueBody, overdueBodies } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import { groupByPosition } from '../read/group-by-position.ts';
import type { StoreSchema } from '../store-schema.ts';
import { type BodyRow, bodyColumns } from './body-row.ts';
import { lastHeldOf } from './last-held-of.ts';

/** A district (its key) on a day (ISO). */
export type OverdueRequest = { readonly district: string; readonly on: string };

/** A body that should have met, with what is known of it. */
export type OverdueBodyRow = Omit<OverdueBody, 'body'> & { readonly body: BodyRow };

/** The bodies of districts that are overdue on their days, the longest overdue first, in the order of the requests: see `overdueBodies`. Two statements. */
export async function overdueBodiesOf(
  db: Kysely<StoreSchema>,
  requests: readonly OverdueRequest[],
): Promise<readonly (readonly OverdueBodyRow[])[]> {
  const { rows } = await sql<BodyRow & { readonly position: number; readonly on: string }>`
    select w.position::int, w.day::text as on, ${bodyColumns}
    from unnest(
      ${requests.map(({ district }) => district)}::text[],
      ${requests.map(({ on }) => on)}::date[]
    ) with ordinality as w (district_key, day, position)
    join cooperation_body b on b.district_key = w.district_key and b.recurs_since is not null
    order by w.position, b.key`.execute(db);
  const lastHeld = await lastHeldOf(db, rows);
  const found = rows.map(({ position, on, ...body }, index) => ({
    position,
    body,
    held: heldOn(body.key, lastHeld[index] ?? null),
  }));
  return groupByPosition(found, requests.length).map((group, index) => {
    const bodies = new Map(group.map(({ body }) => [body.key, body]));
    const meetings = group.flatMap(({ held }) => held);
    const late = overdueBodies([...bodies.values()], meetings, requests[index]?.on ?? '');
    return late.flatMap(({ body: key, ...rest }) => {
      const body = bodies.get(key);
      return body === undefined ? [] : [{ ...rest, body }];
    });
  });
}

/** The last meeting is all that counts. */
function heldOn(body: string, day: string | null): readonly MeetingDay[] {
  return day === null ? [] : [{ body, key: 'last', day, state: 'HELD' }];
}
