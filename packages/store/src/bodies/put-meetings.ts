import { isDeepStrictEqual } from 'node:util';
import {
  type BodyMeeting,
  type CooperationProblem,
  InputProblems,
  meetingProblems,
  RevisionConflict,
  shortDistrictKey,
} from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { Rows } from '../access/rows.ts';
import { todayInGermany } from '../decisions/today.ts';
import type { Given } from '../due/revised.ts';
import type { StoreSchema } from '../store-schema.ts';
import { meetingAddressText } from './body-address.ts';
import { knownActors } from './known-actors.ts';
import { knownToMeetings } from './known-to-meetings.ts';
import type { StoredMeeting } from './meeting-row.ts';
import { storedMeetings } from './stored-meetings.ts';
import { writeMeetings } from './write-meetings.ts';

type MayStay = 'state' | 'agenda' | 'participants' | 'resolutions' | 'links';

/** A meeting as it is to be. What may be left out stays as it is stored; a new one is planned, and the rest of it is empty. */
export type MeetingInput = Omit<BodyMeeting, MayStay | 'reported'> & {
  readonly [Field in MayStay]?: BodyMeeting[Field] | undefined;
};

/** Meetings of the bodies of a district (its key). `today` is an ISO day, that in Germany when left out. */
export type MeetingsInput = {
  readonly district: string;
  readonly given: readonly Given<MeetingInput>[];
  readonly today?: string | undefined;
};

/** A meeting that was put: as it was before (null = it is new), and as it is now. Both are the same object where it was so already. */
export type PutMeeting = { readonly before: StoredMeeting | null; readonly after: StoredMeeting };

/**
 * Puts meetings of the bodies of a district, without asking who may and without the audit trail. `participants` null says that they are not recorded: who
 * said that it was there still did. Throws InputProblems with all that is wrong (fields `meetings.0.agenda.1`) and RevisionConflict. A constant number of statements.
 */
export async function putMeetings(
  rows: Rows,
  trx: Kysely<StoreSchema>,
  { district: written, given, today = todayInGermany() }: MeetingsInput,
): Promise<readonly PutMeeting[]> {
  const district = shortDistrictKey(written);
  const inputs = given.map(({ value }) => value);
  const stored = await storedMeetings(
    trx,
    inputs.map(({ body, key }) => ({ district, body, key })),
  );
  const named = inputs.flatMap(({ participants }) => participants ?? []);
  const survivorOf = await knownActors(rows, [...new Set(named)]);
  const known = await knownToMeetings(rows, district);
  const wanted = inputs.map((input, index) => contentOf(input, stored[index] ?? null));
  const problems = [
    ...meetingProblems(
      wanted.map((meeting, index) => ({ ...meeting, participants: inputs[index]?.participants ?? null })),
      { ...known, actors: new Set(survivorOf.keys()) },
      today,
    ),
    ...wanted.flatMap((meeting, index) => attendanceProblems(meeting, index, inputs[index])),
  ];
  if (problems.length > 0) throw new InputProblems('the meetings are not saved', problems);

  const put = wanted.map((meeting, index): PutMeeting => {
    const before = stored[index] ?? null;
    const expectedRevision = given[index]?.expectedRevision ?? null;
    return putOf({ ...meeting, district }, before, { expectedRevision, survivorOf });
  });
  await writePutMeetings(rows, trx, put);
  return put;
}

/** Writes those that are not as they were. Throws a RevisionConflict where somebody else was faster. */
export async function writePutMeetings(
  rows: Rows,
  trx: Kysely<StoreSchema>,
  put: readonly PutMeeting[],
): Promise<void> {
  const changed = put.filter(({ before, after }) => before !== after).map(({ after }) => after);
  const written = await writeMeetings(rows, changed);
  const late = changed.find((meeting) => !written.has(meetingAddressText(meeting)));
  if (late === undefined) return;
  const [now = null] = await storedMeetings(trx, [late]);
  requireRevision(late, { expectedRevision: late.revision - 1, revision: now?.revision ?? 0 });
}

/** What becomes of a meeting. Throws a RevisionConflict where another revision was expected (null = whichever there is). */
export function putOf(
  meeting: MeetingContent & { readonly district: string },
  before: StoredMeeting | null,
  {
    expectedRevision,
    survivorOf,
  }: { readonly expectedRevision: number | null; readonly survivorOf: ReadonlyMap<string, string> },
): PutMeeting {
  const revision = before?.revision ?? 0;
  requireRevision(meeting, { expectedRevision: expectedRevision ?? revision, revision });
  const left = meeting.participants?.map((actor) => survivorOf.get(actor) ?? actor) ?? null;
  const participants = left === null ? null : [...new Set(left)].toSorted();
  const rounds = new Map(before?.resolutions.map((resolution) => [resolution.decision, resolution]));
  const resolutions = meeting.resolutions.map(({ text, decision }) => {
    const { round = null, publicRound = null } = rounds.get(decision) ?? {};
    return { text, decision, round, publicRound };
  });
  const reported = participants === null ? meeting.reported : [];
  const after = { ...meeting, participants, reported, resolutions, revision: revision + 1 };
  const isSame = isDeepStrictEqual({ ...after, revision }, before);
  return { before, after: before !== null && isSame ? before : after };
}

/** A meeting with what is known of who took part. */
export type MeetingContent = BodyMeeting & { readonly reported: readonly string[] };

function contentOf(
  { body, key, day, state, agenda, resolutions, links, participants }: MeetingInput,
  before: StoredMeeting | null,
): MeetingContent {
  const known = participants === undefined ? (before?.participants ?? null) : participants;
  return {
    body,
    key,
    day,
    state: state ?? before?.state ?? 'PLANNED',
    agenda: [...(agenda ?? before?.agenda ?? [])],
    resolutions: (resolutions ?? before?.resolutions ?? []).map(({ text, decision }) => ({ text, decision })),
    links: (links ?? before?.links ?? []).map(({ title, url }) => ({ title, url })),
    participants: known,
    reported: before?.reported ?? [],
  };
}

/** Who is known to have been there says that it took place. */
function attendanceProblems(
  { state, participants, reported }: MeetingContent,
  index: number,
  input: MeetingInput | undefined,
): readonly CooperationProblem[] {
  const isGiven = input?.participants != null;
  if (state === 'HELD' || isGiven || (participants === null && reported.length === 0)) return [];
  const message = 'it is recorded who took part, so it was held: take the attendance back first';
  return [{ field: `meetings.${index}.state`, rule: 'CONFLICT', message }];
}

function requireRevision(
  meeting: { readonly district: string; readonly body: string; readonly key: string },
  revisions: { readonly expectedRevision: number; readonly revision: number },
): void {
  if (revisions.expectedRevision === revisions.revision) return;
  throw new RevisionConflict({ kind: 'meeting', key: meetingAddressText(meeting) }, revisions);
}
