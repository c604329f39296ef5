import {
  applyDecisionEvent,
  type DecisionConflict,
  InputProblems,
  type JointDecision,
  type JointDecisionEvent,
  type Problem,
  RevisionConflict,
} from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { Rows } from '../access/rows.ts';
import type { StoreSchema } from '../store-schema.ts';
import { addressText, type DecisionAddress } from './decision-address.ts';
import { decisionsByAddress } from './decisions-by-address.ts';
import { writeDecisions } from './write-decisions.ts';

/** An event that is to happen to a stored decision on a day (ISO). */
export type StoredEvent = {
  readonly address: DecisionAddress;
  readonly event: JointDecisionEvent;
  readonly today: string;
  /** What is wrong with it by the registers and the directory, which the domain does not know. */
  readonly problems?: readonly Problem[];
};

/**
 * Lets an event happen to `before`, the decision as it was read in this transaction, and stores it. Throws InputProblems with everything that is wrong
 * with it, in the words of the domain, and a RevisionConflict where something else happened meanwhile: nothing of either is lost.
 */
export async function applyToStored(
  rows: Rows,
  trx: Kysely<StoreSchema>,
  { address, event, today, problems: found = [] }: StoredEvent,
  before: JointDecision | null,
): Promise<JointDecision> {
  const applied = applyDecisionEvent(before, event, {
    today,
    previousRound: await roundBefore(trx, address, event),
  });
  if ('conflict' in applied) throw conflictOf(address, applied.conflict);
  const problems = [...('problems' in applied ? applied.problems : []), ...found].map(inArguments);
  if (problems.length > 0 || 'problems' in applied) throw new InputProblems(REFUSED[event.kind], problems);
  const written = await writeDecisions(rows, [{ before, after: applied.decision }]);
  if (written.has(addressText(address))) return applied.decision;
  throw await overtaken(trx, { address, event, today });
}

async function roundBefore(
  trx: Kysely<StoreSchema>,
  { district, key, round }: DecisionAddress,
  { kind }: JointDecisionEvent,
): Promise<JointDecision | null> {
  if (kind !== 'DRAFTED' || !Number.isInteger(round) || round < 2) return null;
  const [previous = null] = await decisionsByAddress(trx, [{ district, key, round: round - 1 }]);
  return previous;
}

/** Somebody wrote between our reading and our writing: what they did says whether this may be sent again as it is. */
async function overtaken(
  trx: Kysely<StoreSchema>,
  { address, event, today }: StoredEvent,
): Promise<RevisionConflict> {
  const [now = null] = await decisionsByAddress(trx, [address]);
  const applied = applyDecisionEvent(now, event, { today });
  if (!('conflict' in applied)) throw new RangeError(`${addressText(address)} was not written`);
  return conflictOf(address, applied.conflict);
}

function conflictOf(address: DecisionAddress, conflict: DecisionConflict): RevisionConflict {
  return new RevisionConflict({ kind: 'joint decision', key: addressText(address) }, conflict);
}

/** Fields of an event that stand inside the argument `decision` of whoever sends it. */
const IN_ADDRESS: Readonly<Record<string, string>> = {
  district: 'decision.district',
  key: 'decision.key',
  round: 'decision.round',
  kind: 'decision',
};

/** A problem whose field is named as whoever sent it knows it. */
function inArguments({ field, ...problem }: Problem): Problem {
  return { ...problem, field: IN_ADDRESS[field ?? ''] ?? field };
}

const REFUSED: Readonly<Record<JointDecisionEvent['kind'], string>> = {
  DRAFTED: 'the decision is not drafted',
  RULE_CHANGED: 'the rule is not changed',
  PARTIES_CHANGED: 'the parties are not changed',
  PROPOSAL_REVISED: 'the proposal is not revised',
  CONSULTATION_STARTED: 'the consultation does not begin',
  OPENED: 'the decision is not opened for positions',
  PERIOD_EXTENDED: 'the period is not extended',
  POSITION_TAKEN: 'the position is not recorded',
  POSITION_CONFIRMED: 'the position is not confirmed',
  CLOSED: 'the decision is not closed',
  ADOPTED: 'the result is not stated',
  NOT_ADOPTED: 'the result is not stated',
  WITHDRAWN: 'the decision is not withdrawn',
};
