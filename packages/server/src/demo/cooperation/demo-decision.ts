import {
  applyDecisionEvent,
  type DecisionProblem,
  type JointDecision,
  type JointDecisionEvent,
} from '@kreisweit/domain';

/** What happens to a decision, before it is known which revision it meets. */
export type DemoEvent = JointDecisionEvent extends infer Event
  ? Event extends JointDecisionEvent
    ? Omit<Event, 'expectedRevision'>
    : never
  : never;

/** Something that happened on a day (ISO). */
export type DatedEvent = readonly [on: string, event: DemoEvent];

/**
 * The decision to which events lead, each judged on its day as if somebody sent it: `history` holds them. Those of a day stay in the order in
 * which they are given. Throws an Error for an event that would be refused.
 */
export function demoDecision(
  events: readonly DatedEvent[],
  previousRound: JointDecision | null = null,
): JointDecision {
  const inTime = events.toSorted(([one], [other]) => (one === other ? 0 : one < other ? -1 : 1));
  const decision = inTime.reduce<JointDecision | null>((last, [today, event]) => {
    const sent = { ...event, expectedRevision: last?.revision ?? 0 } as JointDecisionEvent;
    const applied = applyDecisionEvent(last, sent, { today, previousRound });
    if ('decision' in applied) return applied.decision;
    const problems = 'problems' in applied ? applied.problems : [];
    throw new Error(`${event.kind} on ${today} is refused: ${problems.map(toldAs).join('; ')}`);
  }, null);
  if (decision === null) throw new Error('a decision without events');
  return decision;
}

function toldAs({ rule, field, message }: DecisionProblem): string {
  return `${rule} ${field} ${message}`;
}
