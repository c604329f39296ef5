import { isDeepStrictEqual } from 'node:util';
import { type BodyMember, InputProblems, memberProblems, shortDistrictKey } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { Rows } from '../access/rows.ts';
import { todayInGermany } from '../decisions/today.ts';
import type { StoreSchema } from '../store-schema.ts';
import type { StoredBody } from './body-row.ts';
import { knownActors } from './known-actors.ts';
import { knownMunicipalities } from './known-municipalities.ts';
import { asRead, type PutBody, seatOf, writePut } from './put-bodies.ts';
import { storedBodies } from './stored-bodies.ts';

/** Seats in the bodies of a district (its key). `today` is an ISO day, that in Germany when left out. */
export type MembersInput = {
  readonly district: string;
  readonly members: readonly BodyMember[];
  readonly today?: string;
};

/**
 * Puts seats in the bodies of a district, without asking who may and without the audit trail. A seat is known by its body, actor, role and first day; those
 * that are not named stay. Answers the bodies that are named, as `putBodies` does. Throws InputProblems with all that is wrong (fields `members.0.actor`) and
 * RevisionConflict. A constant number of statements.
 */
export async function putMembers(
  rows: Rows,
  trx: Kysely<StoreSchema>,
  { district: given, members, today = todayInGermany() }: MembersInput,
): Promise<readonly PutBody[]> {
  const district = shortDistrictKey(given);
  const keys = [...new Set(members.map(({ body }) => body))];
  const found = await storedBodies(
    trx,
    keys.map((key) => ({ district, key })),
  );
  const stored = found.flatMap((body) => body ?? []);
  const survivorOf = await knownActors(rows, [...new Set(members.map(({ actor }) => actor))]);
  const days = [today, ...members.flatMap(({ from, until }) => [from, until])];
  const municipalities = await knownMunicipalities(trx, [{ district, days }]);

  const wanted = members.map((member) => seatOf(member, member.body, survivorOf));
  const names = new Set(wanted.map(seatName));
  const beside = stored.flatMap((body) => body.members.filter((seat) => !names.has(seatName(seat))));
  const problems = memberProblems(wanted, {
    bodies: new Set(stored.map(({ key }) => key)),
    actors: new Set([...survivorOf].flat()),
    territories: municipalities.get(district) ?? new Set(),
    beside,
    stored: stored.flatMap((body) => body.members),
  });
  if (problems.length > 0) throw new InputProblems('the members are not saved', problems);

  const seats = Map.groupBy(wanted.map(asRead), ({ body }) => body);
  const put = stored.map((before) => ({ before, after: withSeats(before, seats.get(before.key) ?? []) }));
  await writePut(rows, trx, put);
  return put;
}

function withSeats(body: StoredBody, seats: readonly BodyMember[]): StoredBody {
  const byName = new Map([...body.members, ...seats].map((seat) => [seatName(seat), seat]));
  const members = [...byName.values()];
  return isDeepStrictEqual(members, body.members) ? body : { ...body, members, revision: body.revision + 1 };
}

function seatName({ body, actor, role, from }: BodyMember): string {
  return `${body} ${actor} ${role} ${from ?? ''}`;
}
