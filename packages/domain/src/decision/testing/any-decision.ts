import fc from 'fast-check';
import { type AppliedEvent, applyDecisionEvent, type DecisionProblem } from '../apply-decision-event.ts';
import { type CarryingRule, carryingRule } from '../carrying-rule.ts';
import type { JointDecision, JointDecisionState, ProposedText } from '../joint-decision.ts';
import type { DecisionDraft, JointDecisionEvent } from '../joint-decision-event.ts';
import { type Party, partiesOf } from '../party.ts';
import type { PartyPosition, StatedPosition } from '../party-position.ts';
import type { Stance } from '../stance.ts';

/** An event as it is meant, before it is known which revision it meets. */
export type Meant = JointDecisionEvent extends infer Event
  ? Event extends JointDecisionEvent
    ? Omit<Event, 'expectedRevision'>
    : never
  : never;

export const DISTRICT = '03153';
export const municipalities = ['03153002', '03153005', '03153016'] as const;
export const district: Party = { kind: 'DISTRICT', key: DISTRICT };
export const [bad, clausthal, seesen] = municipalities.map(
  (key): Party => ({ kind: 'MUNICIPALITY', key }),
) as [Party, Party, Party];
export const jobcentre: Party = { kind: 'ACTOR', key: 'jobcenter-goslar' };

export const proposal: ProposedText = {
  title: { de: 'Gemeinsames Integrationskonzept', en: 'Common concept of integration' },
  text: { de: 'Wir schreiben es fort.', en: 'We carry it on.' },
  documents: [{ title: { de: 'Entwurf', en: 'Draft' }, url: 'https://example.org/konzept.pdf' }],
};

export const draft: DecisionDraft = {
  key: 'integrationskonzept',
  round: 1,
  district: DISTRICT,
  parties: { on: '2026-01-01', municipalities, actors: [jobcentre.key] },
  rule: carryingRule('DOUBLE_MAJORITY'),
  proposal,
};

export const consultation = { firstDay: '2026-01-10', lastDay: '2026-01-31' };
export const voting = { firstDay: '2026-02-01', lastDay: '2026-03-31' };
export const population = {
  registerDate: '2025-12-31',
  municipalities: [
    { municipality: '03153002', inhabitants: 21_000 },
    { municipality: '03153005', inhabitants: 12_000 },
    { municipality: '03153016', inhabitants: 50_000 },
  ],
};

export const opening: readonly (readonly [day: string, event: Meant])[] = [
  ['2026-01-02', { kind: 'DRAFTED', ...draft }],
  ['2026-01-10', { kind: 'CONSULTATION_STARTED', period: consultation }],
  ['2026-02-01', { kind: 'OPENED', period: voting, population }],
];

/** Sends an event to the decision as it is now. */
export function send(decision: JointDecision | null, event: Meant, today: string): AppliedEvent {
  const sent = { ...event, expectedRevision: decision?.revision ?? 0 } as JointDecisionEvent;
  return applyDecisionEvent(decision, sent, { today });
}

/** The decision after an event that must be accepted. */
export function after(decision: JointDecision | null, event: Meant, today: string): JointDecision {
  const applied = send(decision, event, today);
  if ('decision' in applied) return applied.decision;
  throw new Error(JSON.stringify(applied));
}

/** What is wrong with an event: `rule field`. */
export function wrongWith(decision: JointDecision | null, event: Meant, today: string): readonly string[] {
  const applied = send(decision, event, today);
  if (!('problems' in applied)) throw new Error(`nothing is wrong: ${JSON.stringify(applied)}`);
  return applied.problems.map(({ rule, field }: DecisionProblem) => `${rule} ${field}`);
}

/** A decision that took these events one after the other. */
export function through(...events: readonly (readonly [day: string, event: Meant])[]): JointDecision {
  const decision = events.reduce<JointDecision | null>((last, [day, event]) => after(last, event, day), null);
  if (decision === null) throw new Error('no events');
  return decision;
}

/** A position of a party on the first version, as it is meant. */
export function position(party: Party, stance: Stance, given: Partial<StatedPosition> = {}): StatedPosition {
  const statement = stance === 'SUPPORT_WITH_RESERVATIONS' ? { de: 'Nur mit Land', en: null } : null;
  return {
    party,
    stance,
    statement,
    proposalVersion: 1,
    takenOn: '2026-02-10',
    recording: 'OWN',
    reference: null,
    ...given,
  };
}

/** The event of it. */
export function taken(party: Party, stance: Stance, given: Partial<StatedPosition> = {}): Meant {
  return { kind: 'POSITION_TAKEN', position: position(party, stance, given) };
}

/** Where a party stands: a stance on the version that is decided on, or on an earlier one, or nothing. */
export const voices = [
  'SUPPORT',
  'SUPPORT_WITH_RESERVATIONS',
  'ABSTAIN',
  'OPPOSE',
  'MISSING',
  'STALE',
] as const;
export type Voice = (typeof voices)[number];

/** What a vote is, and nothing else: `inhabitants` of the municipalities in the order of `municipalities`. */
export type Vote = {
  readonly rule: CarryingRule;
  readonly district: Voice;
  readonly municipalities: readonly Voice[];
  readonly inhabitants: readonly (number | null)[];
  readonly advice: readonly Voice[];
  readonly state: JointDecisionState;
};

/** A decision with that vote, on version 2 of its proposal. */
export function decisionOf(vote: Vote): JointDecision {
  const keys = vote.municipalities.map((_, at) => `03153${String(at + 1).padStart(3, '0')}`);
  const actors = vote.advice.map((_, at) => `actor-${at}`);
  const parties = partiesOf(DISTRICT, { on: '2026-01-01', municipalities: keys, actors });
  const spoken = [vote.district, ...vote.municipalities, ...vote.advice];
  const positions = parties.flatMap((party, at): readonly PartyPosition[] => {
    const voice = spoken[at] ?? 'MISSING';
    if (voice === 'MISSING') return [];
    const about = { recordedOn: '2026-02-10', confirmedOn: null };
    // What was stale supported, for that is what would do harm if it counted.
    if (voice === 'STALE') return [{ ...position(party, 'SUPPORT'), ...about }];
    return [{ ...position(party, voice, { proposalVersion: 2 }), ...about }];
  });
  const version = { ...proposal, writtenOn: '2026-01-02' };
  return {
    key: 'integrationskonzept',
    round: 1,
    district: DISTRICT,
    state: vote.state,
    revision: 1,
    rule: vote.rule,
    partiesOn: '2026-01-01',
    parties,
    proposals: [
      { ...version, version: 1 },
      { ...version, version: 2 },
    ],
    consultation,
    voting,
    population: {
      registerDate: '2025-12-31',
      municipalities: keys.map((municipality, at) => ({
        municipality,
        inhabitants: vote.inhabitants[at] ?? null,
      })),
    },
    positions,
    withdrawalReason: null,
    history: [],
  };
}

const anyVoice = fc.constantFrom(...voices);
const thresholds = [
  null,
  { numerator: 2, denominator: 3 },
  { numerator: 3, denominator: 5 },
  { numerator: 1, denominator: 1 },
];

export const anyRule: fc.Arbitrary<CarryingRule> = fc
  .record({
    kind: fc.constantFrom('UNANIMOUS', 'MAJORITY_OF_MUNICIPALITIES', 'DOUBLE_MAJORITY'),
    districtConsent: fc.boolean(),
    abstentions: fc.constantFrom('COUNT_AS_NOT_SUPPORTING', 'LEFT_OUT'),
    threshold: fc.constantFrom(...thresholds),
    quorum: fc.constantFrom(null, null, { numerator: 3, denominator: 4 }),
  } as const)
  .map((rule) => {
    if (rule.kind !== 'UNANIMOUS') return rule;
    const quorum = rule.abstentions === 'LEFT_OUT' ? { numerator: 3, denominator: 4 } : rule.quorum;
    return { ...rule, threshold: null, quorum };
  });

/** A vote that has ended, of up to nine municipalities. `known`: the inhabitants of all of them are, and there are some. */
export function anyVote({ known = false } = {}): fc.Arbitrary<Vote> {
  const count = fc.integer({ min: known ? 1 : 0, max: 40 });
  const inhabitants = known ? count : fc.option(count, { freq: 12 });
  const municipality = fc.record({
    voice: fc.oneof(
      { weight: 2, arbitrary: fc.constant<Voice>('SUPPORT') },
      { weight: 3, arbitrary: anyVoice },
    ),
    inhabitants,
  });
  return fc
    .record({
      rule: anyRule,
      district: anyVoice,
      municipalities: fc.array(municipality, { minLength: 1, maxLength: 9 }),
      advice: fc.array(anyVoice, { maxLength: 2 }),
    })
    .map((drawn) => ({
      ...drawn,
      municipalities: drawn.municipalities.map(({ voice }) => voice),
      inhabitants: drawn.municipalities.map((each) => each.inhabitants),
      state: 'CLOSED',
    }));
}
