import { type MemberAttendance, memberAttendance } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { actorFacts, seatsTaken } from './actor-facts.ts';
import type { BodyAddress } from './body-address.ts';
import { heldMeetingsOf } from './held-meetings-of.ts';
import { membersOfBodies } from './members-of-bodies.ts';

/** A body, and the `months` before a day (ISO, included) in which it is asked who took part. */
export type AttendanceRequest = BodyAddress & { readonly months: number; readonly on: string };

/**
 * How the members of bodies took part, in the order of the requests: see `memberAttendance`. Actors that are deactivated by then are no members any more.
 * Three statements.
 */
export async function attendanceOf(
  db: Kysely<StoreSchema>,
  requests: readonly AttendanceRequest[],
): Promise<readonly (readonly MemberAttendance[])[]> {
  const members = await membersOfBodies(db, { bodies: requests });
  const held = await heldMeetingsOf(
    db,
    requests.map(({ district, key, on }) => ({ district, key, from: null, until: on })),
  );
  const facts = await actorFacts(
    db,
    members.flat().map(({ actor }) => actor),
  );
  return requests.map(({ key, months, on }, index) =>
    memberAttendance(key, seatsTaken(members[index] ?? [], facts), held[index] ?? [], months, on),
  );
}
