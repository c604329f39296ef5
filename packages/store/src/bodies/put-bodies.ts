import { isDeepStrictEqual } from 'node:util';
import {
  type BodyMember,
  bodyProblems,
  type CooperationBody,
  type CooperationProblem,
  InputProblems,
  memberProblems,
  parseTerritoryKey,
  RevisionConflict,
  shortDistrictKey,
} from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { Rows } from '../access/rows.ts';
import { todayInGermany } from '../decisions/today.ts';
import type { Given } from '../due/revised.ts';
import type { StoreSchema } from '../store-schema.ts';
import { actorFacts } from './actor-facts.ts';
import { bodyAddressText } from './body-address.ts';
import type { StoredBody } from './body-row.ts';
import { knownActors } from './known-actors.ts';
import { knownMunicipalities } from './known-municipalities.ts';
import { newSeatProblems } from './new-seat-problems.ts';
import { storedBodies } from './stored-bodies.ts';
import { writeBodies } from './write-bodies.ts';

/** A seat in a body that is known. */
export type BodySeat = Omit<BodyMember, 'body'>;

type MayStay = 'purpose' | 'recurrence' | 'from' | 'until';

/** A body as it is to be. What may be left out stays as it is stored, and is empty in a new one; null clears it. */
export type BodyInput = Omit<CooperationBody, MayStay> & {
  readonly [Field in MayStay]?: CooperationBody[Field] | undefined;
} & { readonly members?: readonly BodySeat[] | undefined };

/** A body that was put: as it was before (null = it is new), and as it is now. Both are the same object where it was so already. */
export type PutBody = { readonly before: StoredBody | null; readonly after: StoredBody };

/**
 * Puts bodies of any districts, without asking who may and without the audit trail. Members who are not listed any more are gone: let a seat end instead, unless
 * it was a mistake. A new seat is never that of an actor that was merged or is no more. Municipalities must have been in the district when a seat begins or ends, or be
 * in it `today` (ISO). Throws InputProblems with all that is wrong (fields `bodies.0.title.de`, `bodies.0.members.2.actor`) and RevisionConflict. A
 * constant number of statements.
 */
export async function putBodies(
  rows: Rows,
  trx: Kysely<StoreSchema>,
  {
    given,
    today = todayInGermany(),
  }: { readonly given: readonly Given<BodyInput>[]; readonly today?: string },
): Promise<readonly PutBody[]> {
  const inputs = given.map(({ value }) => ({ ...value, district: shortDistrictKey(value.district) }));
  const stored = await storedBodies(trx, inputs);
  const seats = inputs.flatMap(({ members = [] }) => members);
  const survivorOf = await knownActors(rows, [...new Set(seats.map(({ actor }) => actor))]);
  const municipalities = await knownMunicipalities(
    trx,
    inputs.map(({ district, members = [] }) => ({
      district,
      days: [today, ...members.flatMap(({ from, until }) => [from, until])],
    })),
  );
  const wanted = inputs.map((input, index) => bodyOf(input, stored[index] ?? null, survivorOf));
  const facts = await actorFacts(trx, [...survivorOf.values()]);
  const problems = [
    ...bodyProblems(wanted, { territories: new Set(municipalities.keys()) }),
    ...wanted.flatMap(({ district, key, members }, index) => {
      const written = inputs[index]?.members;
      if (written === undefined) return [];
      const before = stored[index]?.members ?? [];
      const references = {
        bodies: new Set([key]),
        actors: new Set([...survivorOf].flat()),
        territories: municipalities.get(district) ?? new Set<string>(),
        stored: before,
      };
      const asWritten = written.map((seat) => ({ ...seat, body: key }));
      return within(`bodies.${index}`, [
        ...memberProblems(members, references),
        ...newSeatProblems(asWritten, { stored: before, survivorOf, facts, today }),
      ]);
    }),
  ];
  if (problems.length > 0) throw new InputProblems('the bodies are not saved', problems);

  const put = wanted.map((body, index): PutBody => {
    const before = stored[index] ?? null;
    const revision = before?.revision ?? 0;
    requireRevision(body, { expectedRevision: given[index]?.expectedRevision ?? revision, revision });
    const after = { ...body, members: body.members.map(asRead), revision: revision + 1 };
    const isSame = isDeepStrictEqual({ ...after, revision }, before);
    return { before, after: before !== null && isSame ? before : after };
  });
  await writePut(rows, trx, put);
  return put;
}

/** Writes those that are not as they were. Throws a RevisionConflict where somebody else was faster. */
export async function writePut(rows: Rows, trx: Kysely<StoreSchema>, put: readonly PutBody[]): Promise<void> {
  const changed = put.filter(({ before, after }) => before !== after).map(({ after }) => after);
  const written = await writeBodies(rows, changed);
  const late = changed.find((body) => !written.has(bodyAddressText(body)));
  if (late === undefined) return;
  const [now = null] = await storedBodies(trx, [late]);
  requireRevision(late, { expectedRevision: late.revision - 1, revision: now?.revision ?? 0 });
}

/** A seat with the actor that is left and the short keys of municipalities. */
export function seatOf(
  { actor, role, represents, from, until }: BodySeat,
  body: string,
  survivorOf: ReadonlyMap<string, string>,
): BodyMember {
  return {
    body,
    actor: survivorOf.get(actor) ?? actor,
    role,
    represents: represents.map((key) => parseTerritoryKey(key)?.key ?? key),
    from,
    until,
  };
}

/** A seat as it is read: the municipalities in order. */
export function asRead(seat: BodyMember): BodyMember {
  return { ...seat, represents: seat.represents.toSorted() };
}

function bodyOf(
  { key, district, kind, title, members, ...given }: BodyInput,
  before: StoredBody | null,
  survivorOf: ReadonlyMap<string, string>,
): Omit<StoredBody, 'revision'> {
  const seats = members?.map((seat) => seatOf(seat, key, survivorOf));
  const purpose = keptUnlessGiven(given.purpose, before?.purpose);
  const recurrence = keptUnlessGiven(given.recurrence, before?.recurrence);
  return {
    district,
    key,
    kind,
    title: { de: title.de, en: title.en },
    purpose: purpose === null ? null : { de: purpose.de, en: purpose.en },
    recurrence: recurrence === null ? null : { every: { ...recurrence.every }, since: recurrence.since },
    from: keptUnlessGiven(given.from, before?.from),
    until: keptUnlessGiven(given.until, before?.until),
    members: seats ?? before?.members ?? [],
  };
}

function keptUnlessGiven<Value>(
  given: Value | null | undefined,
  before: Value | null | undefined,
): Value | null {
  return given === undefined ? (before ?? null) : given;
}

/** Problems with the members of a body, of which the messages may name others: `members.1` there is one of the body, too. */
function within(path: string, problems: readonly CooperationProblem[]): readonly CooperationProblem[] {
  return problems.map(({ field, rule, message }) => ({
    field: `${path}.${field}`,
    rule,
    message: message.replaceAll(/\bmembers\.(?=\d)/g, `${path}.members.`),
  }));
}

function requireRevision(
  body: StoredBody | Omit<StoredBody, 'revision'>,
  revisions: { readonly expectedRevision: number; readonly revision: number },
): void {
  if (revisions.expectedRevision === revisions.revision) return;
  throw new RevisionConflict({ kind: 'body', key: bodyAddressText(body) }, revisions);
}
