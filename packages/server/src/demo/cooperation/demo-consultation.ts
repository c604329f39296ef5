import type { DecisionDraft, JointDecision } from '@kreisweit/domain';
import type { DemoDays } from './demo-days.ts';
import { demoDecision } from './demo-decision.ts';

/** A round that is being discussed: drafted some months ago, in consultation since and until so many days from today. */
export function demoConsultation(
  { at }: DemoDays,
  draft: { readonly kind: 'DRAFTED' } & DecisionDraft,
  { drafted, since, until }: { readonly drafted: number; readonly since: number; readonly until: number },
): JointDecision {
  const period = { firstDay: at(0, since), lastDay: at(0, until) };
  return demoDecision([
    [at(drafted), draft],
    [at(0, since), { kind: 'CONSULTATION_STARTED', period }],
  ]);
}
