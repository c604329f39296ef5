import type { DecisionDraft, JointDecision, ProposedText } from '@kreisweit/domain';
import type { DemoDays } from './demo-days.ts';
import { type DatedEvent, demoDecision } from './demo-decision.ts';
import { partiesOfDraft } from './demo-draft.ts';
import { demoPopulation } from './demo-municipalities.ts';
import { demoPositions, type Voices } from './demo-positions.ts';

/**
 * A round that went its whole way, in months from today: when it was drafted, from when the consultation lasted (until the vote), from when
 * until when positions were asked for; they are `but` what they are where somebody does not simply support. `result` is stated two weeks
 * later; where it is left out the round stays closed.
 */
export type RoundRow = Pick<Voices, 'but'> & {
  readonly drafted: number;
  readonly consulted: number;
  readonly revised?: ProposedText;
  readonly asked: readonly [from: number, until: number];
  readonly result?: 'ADOPTED' | 'NOT_ADOPTED';
};

/** The decision that comes out of it; `before` is the round before. */
export function demoRound(
  { at }: DemoDays,
  draft: { readonly kind: 'DRAFTED' } & DecisionDraft,
  { drafted, consulted, revised, asked: [from, until], but, result }: RoundRow,
  before: JointDecision | null = null,
): JointDecision {
  const consultation = { firstDay: at(consulted), lastDay: at(from, -7) };
  const population = demoPopulation(draft.district);
  const revision: readonly DatedEvent[] =
    revised === undefined ? [] : [[at(consulted, 14), { kind: 'PROPOSAL_REVISED', proposal: revised }]];
  const positions = demoPositions({
    parties: partiesOfDraft(draft),
    version: revision.length + 1,
    firstDay: at(from, 4),
    lastDay: at(until, -4),
    but,
    numbered: 0,
  });
  const stated: readonly DatedEvent[] = result === undefined ? [] : [[at(until, 14), { kind: result }]];
  return demoDecision(
    [
      [at(drafted), draft],
      [at(consulted), { kind: 'CONSULTATION_STARTED', period: consultation }],
      ...revision,
      [at(from), { kind: 'OPENED', period: { firstDay: at(from), lastDay: at(until) }, population }],
      ...positions,
      [at(until, 7), { kind: 'CLOSED' }],
      ...stated,
    ],
    before,
  );
}
