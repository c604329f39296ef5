import { isDeepStrictEqual } from 'node:util';
import {
  applyDecisionEvent,
  currentVersion,
  InputProblems,
  isSameParty,
  type JointDecision,
  type JointDecisionEvent,
  type PartyPosition,
  type Problem,
  RevisionConflict,
} from '@kreisweit/domain';
import { addressText, type DecisionAddress } from '../decisions/decision-address.ts';
import { decisionsByAddress } from '../decisions/decisions-by-address.ts';
import { writeDecisions } from '../decisions/write-decisions.ts';
import { shortKey } from './by-district.ts';
import type { FiledPosition } from './cooperation-records.ts';
import { type KeptFields, keptFields } from './kept-fields.ts';
import type { ImportContext, RecordWriter, WrittenRecords } from './record-writer.ts';

/**
 * Positions of parties of decisions that are open, as the coordination of the district writes them down on their behalf. Each is one more entry of the history, on
 * the day of the record; what a party has said already is left out.
 */
export const positionWriter: RecordWriter<FiledPosition> = {
  districtOf: ({ district }) => shortKey(district),
  allow: async (_, positions) => {
    const districts = new Set(positions.map(({ district }) => shortKey(district)));
    return {
      action: 'MANAGE_DECISIONS',
      abouts: [...districts].map((key) => ({ kind: 'territory', key })),
    };
  },
  write: writePositions,
  keep: keptPosition,
};

/** What a party said stays as it is. When it says something else, its words and its resolution are others: they are never those of before. */
function keptPosition(
  given: FiledPosition,
  stored: FiledPosition,
  leftOut: readonly string[],
): KeptFields<FiledPosition> {
  const kept = keptFields(given, stored, leftOut);
  if (isDeepStrictEqual(kept.record, { ...stored, district: given.district })) return kept;
  const lost = leftOut.filter((path) => {
    const name = path.split('.')[0];
    return (name === 'statement' || name === 'reference') && stored[name] !== null;
  });
  return { record: given, lost };
}

/** A position with its number among those that are imported. */
type Numbered = { readonly filed: FiledPosition; readonly number: number };

async function writePositions(
  { rows, trx, today }: ImportContext,
  positions: readonly FiledPosition[],
): Promise<WrittenRecords> {
  const numbered = positions.map((filed, number): Numbered => ({ filed, number }));
  const decisions = await decisionsByAddress(trx, positions.map(addressOf));
  const byDecision = Map.groupBy(numbered, ({ filed }) => addressText(addressOf(filed))).values();
  const taken = [...byDecision].flatMap((own) => {
    const decision = decisions[own[0]?.number ?? 0];
    return decision ? [takenOf(decision, own, today)] : [];
  });
  const problems = [
    ...numbered.filter((_, index) => decisions[index] === null).map(unknownDecision),
    ...repeated(numbered),
    ...taken.flatMap((each) => each.problems),
  ];
  if (problems.length > 0) throw new InputProblems('the positions are not imported', problems);

  const changed = taken.filter(({ before, after }) => before !== after);
  const written = await writeDecisions(rows, changed);
  const late = changed.find(({ after }) => !written.has(addressText(after)));
  if (late !== undefined) throw await overtaken(trx, late.before);
  return {
    added: taken.reduce((sum, { added }) => sum + added, 0),
    changed: taken.reduce((sum, { replaced }) => sum + replaced, 0),
  };
}

/** What becomes of a decision by positions: how many of them are a party's first, and how many take the place of another; or what is wrong with them. */
type Taken = {
  readonly before: JointDecision;
  readonly after: JointDecision;
  readonly added: number;
  readonly replaced: number;
  readonly problems: readonly Problem[];
};

/** Each position is judged by itself: none depends on another one. */
function takenOf(before: JointDecision, own: readonly Numbered[], today: string): Taken {
  const problems: Problem[] = [];
  let after = before;
  let [added, replaced] = [0, 0];
  for (const { filed, number } of own) {
    if (isSaid(after, filed)) continue;
    const applied = applyDecisionEvent(after, eventOf(after, filed), { today });
    if ('decision' in applied) {
      if (positionOf(after, filed) === null) added += 1;
      else replaced += 1;
      after = applied.decision;
    }
    if ('problems' in applied) {
      problems.push(...applied.problems.map((problem) => ofPosition(number, problem)));
    }
  }
  return { before, after, added, replaced, problems };
}

function addressOf({ district, decision, round }: FiledPosition): DecisionAddress {
  return { district: shortKey(district), key: decision, round };
}

function unknownDecision({ filed, number }: Numbered): Problem {
  const message = `there is no joint decision ${addressText(addressOf(filed))}: mend its key or its round, or draft it first`;
  return { field: `positions.${number}.decision`, rule: 'UNKNOWN', message };
}

function repeated(numbered: readonly Numbered[]): readonly Problem[] {
  const named = new Set<string>();
  return numbered.flatMap(({ filed, number }) => {
    const name = `${addressText(addressOf(filed))} ${filed.party.kind} ${filed.party.key}`;
    if (!named.has(name)) {
      named.add(name);
      return [];
    }
    const message = 'this party has a position on this decision already in this file: leave one of them out';
    return [{ field: `positions.${number}.party.key`, rule: 'DUPLICATE', message }];
  });
}

function positionOf({ positions }: JointDecision, { party }: FiledPosition): PartyPosition | null {
  return positions.find((position) => isSameParty(position.party, party)) ?? null;
}

function isSaid(decision: JointDecision, filed: FiledPosition): boolean {
  const position = positionOf(decision, filed);
  if (position === null) return false;
  const contentOf = ({
    stance,
    statement,
    takenOn,
    reference,
    proposalVersion,
  }: FiledPosition | PartyPosition) => {
    const { de = null, en = null } = statement ?? {};
    return { stance, de, en, takenOn, reference, version: proposalVersion ?? currentVersion(decision) };
  };
  return isDeepStrictEqual(contentOf(position), contentOf(filed));
}

function eventOf(decision: JointDecision, filed: FiledPosition): JointDecisionEvent {
  const { party, stance, statement, takenOn, reference } = filed;
  const proposalVersion = filed.proposalVersion ?? currentVersion(decision);
  // A district speaks for itself: its coordination is who writes.
  const recording = party.kind === 'DISTRICT' ? 'OWN' : 'ON_BEHALF';
  const position = { party, stance, statement, proposalVersion, takenOn, recording, reference } as const;
  return { kind: 'POSITION_TAKEN', expectedRevision: decision.revision, position };
}

/** A problem of an event (`position.takenOn`, `kind`) as one of the position that made it. */
function ofPosition(number: number, { field = '', ...problem }: Problem): Problem {
  const inside = field === 'kind' ? 'decision' : field.replace(/^position\./, '');
  return { ...problem, field: `positions.${number}.${inside}` };
}

async function overtaken(trx: ImportContext['trx'], before: JointDecision): Promise<RevisionConflict> {
  const [now] = await decisionsByAddress(trx, [before]);
  const subject = { kind: 'joint decision', key: addressText(before) };
  return new RevisionConflict(subject, {
    expectedRevision: before.revision,
    revision: now?.revision ?? 0,
  });
}
