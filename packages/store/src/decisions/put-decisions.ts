import { isDeepStrictEqual } from 'node:util';
import { applyDecisionEvent, type JointDecision, type Problem, RevisionConflict } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { Rows } from '../access/rows.ts';
import type { StoreSchema } from '../store-schema.ts';
import { addressText, type DecisionAddress } from './decision-address.ts';
import type { DecisionHistory } from './decision-history.ts';
import { decisionsByAddress } from './decisions-by-address.ts';
import { knownParties } from './known-parties.ts';
import { malformedHistories } from './malformed-histories.ts';
import { todayInGermany } from './today.ts';
import { type ChangedDecision, writeDecisions } from './write-decisions.ts';

/** What became of histories: those that went on, or all that is wrong with them (`field`: `decisions.0.entries.3.event.position.takenOn`). */
export type PutDecisions = {
  readonly changed: readonly ChangedDecision[];
  readonly problems: readonly Problem[];
};

/**
 * Stores histories of joint decisions: new ones whole, of those that are stored already what follows. Every entry is judged by the domain on its own
 * day, and every party by the register of the day that it names; a history that contradicts what is stored is refused. Nothing is written when
 * there is a problem. It asks for no permission: the caller does. Nine statements for any number of histories.
 */
export async function putDecisions(
  rows: Rows,
  trx: Kysely<StoreSchema>,
  histories: readonly DecisionHistory[],
  today: string = todayInGermany(),
): Promise<PutDecisions> {
  const malformed = malformedHistories(histories, today);
  if (malformed.length > 0) return { changed: [], problems: malformed };
  const before = await decisionsByAddress(trx, histories);
  const rounds = await roundsBefore(trx, histories);
  const changed: ChangedDecision[] = [];
  const problems: Problem[] = [];
  const inOrder = [...histories.entries()].toSorted(([, one], [, other]) => one.round - other.round);
  for (const [index, history] of inOrder) {
    const known = before[index] ?? null;
    const previousRound = rounds.get(addressText({ ...history, round: history.round - 1 })) ?? null;
    const judged = judgedHistory(history, known, previousRound);
    problems.push(...judged.problems.map((problem) => within(`decisions.${index}`, problem)));
    if (judged.after === null) continue;
    rounds.set(addressText(history), judged.after);
    if (judged.after.revision > (known?.revision ?? 0)) changed.push({ before: known, after: judged.after });
  }
  problems.push(...(await partyProblems(trx, histories, before)));
  if (problems.length > 0) return { changed: [], problems };
  const written = await writeDecisions(rows, changed);
  for (const { before: known, after } of changed) {
    if (written.has(addressText(after))) continue;
    const subject = { kind: 'joint decision', key: addressText(after) };
    throw new RevisionConflict(subject, await revisionsOf(trx, known, after));
  }
  return { changed, problems };
}

/** The rounds that come before those that are given, where they are stored. */
async function roundsBefore(
  trx: Kysely<StoreSchema>,
  histories: readonly DecisionHistory[],
): Promise<Map<string, JointDecision>> {
  const addresses = histories
    .filter(({ round }) => Number.isInteger(round) && round > 1)
    .map(({ district, key, round }) => ({ district, key, round: round - 1 }));
  const stored = await decisionsByAddress(trx, addresses);
  return new Map(
    stored.flatMap((decision) => (decision === null ? [] : [[addressText(decision), decision]])),
  );
}

async function revisionsOf(trx: Kysely<StoreSchema>, before: JointDecision | null, address: DecisionAddress) {
  const [now = null] = await decisionsByAddress(trx, [address]);
  return { expectedRevision: before?.revision ?? 0, revision: now?.revision ?? 0 };
}

function within(path: string, { field, ...problem }: Problem): Problem {
  return { ...problem, field: `${path}.${field}` };
}

type Judged = { readonly after: JointDecision | null; readonly problems: readonly Problem[] };

/** Lets the entries happen one after the other; the first that is refused ends it, since all others would follow from it. */
function judgedHistory(
  { entries, ...address }: DecisionHistory,
  before: JointDecision | null,
  previousRound: JointDecision | null,
): Judged {
  const known = before?.history ?? [];
  const different = known.findIndex((entry, at) => !isDeepStrictEqual(plain(entry), plain(entries[at])));
  if (different !== -1) {
    const message = 'what is stored says something else: a history is only ever added to';
    return refusedAt(`entries.${different}`, message);
  }
  let decision = before;
  for (const [at, { event, on }] of entries.entries()) {
    if (at < known.length) continue;
    const field = `entries.${at}.event`;
    const applied = applyDecisionEvent(decision, event, { today: on, previousRound });
    if ('conflict' in applied) {
      const { expectedRevision, revision } = applied.conflict;
      return refusedAt(
        field,
        `it expects revision ${expectedRevision}, and comes after revision ${revision}`,
      );
    }
    if ('problems' in applied) {
      return { after: null, problems: applied.problems.map((problem) => within(field, problem)) };
    }
    decision = applied.decision;
  }
  if (decision === null) return refusedAt('entries', 'it is empty: a decision begins with a draft');
  if (addressText(decision) === addressText(address)) return { after: decision, problems: [] };
  return refusedAt('entries.0.event', `its draft is of ${addressText(decision)}`);
}

function refusedAt(field: string, message: string): Judged {
  return { after: null, problems: [{ field, rule: 'CONFLICT', message }] };
}

/** As JSON holds it, so that what was read compares with what is given. */
function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

async function partyProblems(
  trx: Kysely<StoreSchema>,
  histories: readonly DecisionHistory[],
  before: readonly (JointDecision | null)[],
): Promise<readonly Problem[]> {
  const asked = histories.flatMap(({ district, entries }, index) =>
    entries.flatMap(({ event }, at) =>
      at >= (before[index]?.revision ?? 0) && 'parties' in event
        ? [
            {
              district,
              parties: event.parties,
              isPast: true,
              field: `decisions.${index}.entries.${at}.event`,
            },
          ]
        : [],
    ),
  );
  const known = await knownParties(trx, asked);
  return known.flatMap(({ problems }, index) =>
    problems.map((problem) => within(asked[index]?.field ?? '', problem)),
  );
}
