import {
  addDays,
  applyDecisionEvent,
  carryingRule,
  type JointDecision,
  type JointDecisionEvent,
} from '@kreisweit/domain';
import type { DecisionHistory } from '../decisions/decision-history.ts';

/** A joint decision that was carried `on` a day (ISO); `inhabitants` are those of its municipalities, by key. */
export type CarriedDecision = {
  readonly district: string;
  readonly key: string;
  readonly on: string;
  readonly inhabitants: Readonly<Record<string, number>>;
};

/** The history of a decision that the district and all of its municipalities have supported, its consultation included. */
export function carriedDecision({ district, key, on, inhabitants }: CarriedDecision): DecisionHistory {
  const text = { de: 'Konzept', en: 'Concept' };
  const municipalities = Object.keys(inhabitants);
  const parties = [
    { kind: 'DISTRICT', key: district } as const,
    ...municipalities.map((each) => ({ kind: 'MUNICIPALITY', key: each }) as const),
  ];
  const day = (before: number) => addDays(on, -before);
  const events: readonly (readonly [on: string, event: Unnumbered])[] = [
    [
      day(40),
      {
        kind: 'DRAFTED',
        ...{ district, key, round: 1 },
        parties: { on: day(40), municipalities, actors: [] },
        rule: carryingRule('DOUBLE_MAJORITY'),
        proposal: { title: text, text, documents: [] },
      },
    ],
    [day(39), { kind: 'CONSULTATION_STARTED', period: { firstDay: day(39), lastDay: day(21) } }],
    [
      day(20),
      {
        kind: 'OPENED',
        period: { firstDay: day(20), lastDay: day(1) },
        population: {
          registerDate: '2021-12-31',
          municipalities: Object.entries(inhabitants).map(([municipality, count]) => ({
            municipality,
            inhabitants: count,
          })),
        },
      },
    ],
    ...parties.map((party): readonly [string, Unnumbered] => [
      day(10),
      {
        kind: 'POSITION_TAKEN',
        position: {
          ...{ party, stance: 'SUPPORT', statement: null, proposalVersion: 1 },
          ...{ takenOn: day(10), recording: 'OWN', reference: null },
        },
      },
    ]),
    [on, { kind: 'CLOSED' }],
    [on, { kind: 'ADOPTED' }],
  ];
  const decision = events.reduce<JointDecision | null>((last, [today, event]) => {
    const sent = { ...event, expectedRevision: last?.revision ?? 0 } as JointDecisionEvent;
    const applied = applyDecisionEvent(last, sent, { today });
    if ('decision' in applied) return applied.decision;
    throw new Error(`${event.kind} is refused: ${JSON.stringify(applied)}`);
  }, null);
  return { district, key, round: 1, entries: decision?.history ?? [] };
}

type Unnumbered = JointDecisionEvent extends infer Event
  ? Event extends JointDecisionEvent
    ? Omit<Event, 'expectedRevision'>
    : never
  : never;
