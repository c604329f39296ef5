import type { DecisionDraft, JointDecision, ProposedText } from '@kreisweit/domain';
import type { DemoDays } from './demo-days.ts';
import { demoDecision } from './demo-decision.ts';
import { partiesOfDraft } from './demo-draft.ts';
import { demoPopulation } from './demo-municipalities.ts';
import { demoPositions, type Voices } from './demo-positions.ts';

/** Some of the parties, from one to just before another in their order, and who of them says something else than yes. */
type Speakers = readonly [from: number, to: number, but: Voices['but']];

/**
 * A round that is open. The text was revised two weeks ago, while positions were taken: those of `before` are stale unless they were
 * renewed `since`, who is in neither is missing. Positions may be taken for `daysLeft` more days.
 */
export function demoOpenRound(
  { at }: DemoDays,
  draft: { readonly kind: 'DRAFTED' } & DecisionDraft,
  row: {
    readonly revised: ProposedText;
    readonly before: Speakers;
    readonly since: Speakers;
    readonly daysLeft: number;
  },
): JointDecision {
  const voting = { firstDay: at(-1, -14), lastDay: at(0, row.daysLeft) };
  const parties = partiesOfDraft(draft);
  const spoken = ([from, to, but]: Speakers, version: number, firstDay: string, lastDay: string) => {
    const numbered = (version - 1) * parties.length + from;
    return demoPositions({ parties: parties.slice(from, to), version, firstDay, lastDay, but, numbered });
  };
  return demoDecision([
    [at(-4), draft],
    [at(-3), { kind: 'CONSULTATION_STARTED', period: { firstDay: at(-3), lastDay: at(-2) } }],
    [voting.firstDay, { kind: 'OPENED', period: voting, population: demoPopulation(draft.district) }],
    ...spoken(row.before, 1, at(-1, -10), at(0, -18)),
    [at(0, -14), { kind: 'PROPOSAL_REVISED', proposal: row.revised }],
    ...spoken(row.since, 2, at(0, -11), at(0, -4)),
  ]);
}
