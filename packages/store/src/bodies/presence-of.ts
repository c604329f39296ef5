import { type PresenceOverTime, presenceOverTime } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import { districtParts } from '../read/district-parts.ts';
import type { StoreSchema } from '../store-schema.ts';
import { actorFacts, seatsTaken } from './actor-facts.ts';
import type { BodyAddress } from './body-address.ts';
import { heldMeetingsOf } from './held-meetings-of.ts';
import { membersOfBodies } from './members-of-bodies.ts';

/** A body, and the time in which its meetings are looked at, from a day until a day (ISO, both included). */
export type PresenceRequest = BodyAddress & { readonly from: string; readonly until: string };

/**
 * Who was represented in the meetings of bodies, in the order of the requests: see `presenceOverTime`. The municipalities are those with a council of their own
 * that the district had on the day of the meeting, by the data version `asOf`; null where no register says which. Four statements.
 */
export async function presenceOf(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly PresenceRequest[] },
): Promise<readonly PresenceOverTime[]> {
  const members = await membersOfBodies(db, { bodies: requests });
  const held = await heldMeetingsOf(db, requests);
  const facts = await actorFacts(
    db,
    members.flat().map(({ actor }) => actor),
  );
  const days = new Map(
    held.flatMap((meetings, index) => {
      const district = requests[index]?.district ?? '';
      return meetings.map(({ day }) => [dayName(district, day), { district, day }] as const);
    }),
  );
  const parts = await districtParts(db, { asOf, districts: [...days.values()] });
  const municipalitiesOn = new Map(
    [...days.keys()].map((name, index) => {
      const keys = (parts[index] ?? []).filter(({ selfGoverning }) => selfGoverning).map(({ key }) => key);
      return [name, keys.length === 0 ? null : keys];
    }),
  );
  const actors = [...facts.values()];
  return requests.map(({ district, key, from, until }, index) =>
    presenceOverTime(
      key,
      seatsTaken(members[index] ?? [], facts),
      held[index] ?? [],
      (day) => ({ actors, municipalities: municipalitiesOn.get(dayName(district, day)) ?? null }),
      { from, until },
    ),
  );
}

function dayName(district: string, day: string): string {
  return `${district} ${day}`;
}
