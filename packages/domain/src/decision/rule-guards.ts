import type { CarryingRule, Fraction } from './carrying-rule.ts';
import type { DecisionGuard, GuardFinding } from './decision-guard.ts';

/** A larger one is a slip, and the numbers that are compared stay exact. */
const LARGEST_DENOMINATOR = 1_000;

/** By which rule it is carried. */
export const ruleGuards = Object.freeze({
  RULE_IS_SOUND: ({ event }) => ('rule' in event ? ruleFindings(event.rule) : []),
} satisfies Readonly<Record<string, DecisionGuard>>);

function ruleFindings({ kind, abstentions, threshold, quorum }: CarryingRule): readonly GuardFinding[] {
  const findings: GuardFinding[] = [];
  if (threshold !== null && kind === 'UNANIMOUS') {
    const message = 'unanimity has no threshold: leave it out, or choose a majority';
    findings.push({ field: 'rule.threshold', message });
  } else if (
    threshold !== null &&
    (!isShare(threshold) || 2 * threshold.numerator <= threshold.denominator)
  ) {
    const message = `${written(threshold)} is no threshold: write a share of more than 1/2 and up to 1/1 (2/3: at least two thirds), or leave it out for more than half`;
    findings.push({ field: 'rule.threshold', message });
  }
  if (quorum !== null && !isShare(quorum)) {
    const message = `${written(quorum)} is no quorum: write a share of more than 0 and up to 1/1, or leave it out`;
    findings.push({ field: 'rule.quorum', message });
  } else if (quorum === null && kind === 'UNANIMOUS' && abstentions === 'LEFT_OUT') {
    const message =
      'where all others abstain a single municipality would carry it unanimously: write a quorum (3/4: at least three quarters say yes or no), or let abstentions count as not supporting';
    findings.push({ field: 'rule.quorum', message });
  }
  return findings;
}

function isShare({ numerator, denominator }: Fraction): boolean {
  const isWhole = Number.isInteger(numerator) && Number.isInteger(denominator);
  return isWhole && numerator > 0 && numerator <= denominator && denominator <= LARGEST_DENOMINATOR;
}

function written({ numerator, denominator }: Fraction): string {
  return `${numerator}/${denominator}`;
}
