import { type MeetingDay, type OverdueBody, overdueBodies } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import { groupByPosition } from '../read/group-by-position.ts';
import type { StoreSchema } from '../store-schema.ts';
import type { BodyRow } from './body-row.ts';
import { lastHeldOf } from './last-held-of.ts';
import { type OverdueRequest, recurringBodies } from './recurring-bodies.ts';

/** A body that should have met, with what is known of it. */
export type OverdueBodyRow = Omit<OverdueBody, 'body'> & { readonly body: BodyRow };

/** The bodies of districts that are overdue on their days, the longest overdue first, in the order of the requests: see `overdueBodies`. Two statements. */
export async function overdueBodiesOf(
  db: Kysely<StoreSchema>,
  requests: readonly OverdueRequest[],
): Promise<readonly (readonly OverdueBodyRow[])[]> {
  const rows = await recurringBodies(db, requests);
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
