import { type CarryingRule, carryingRule, type CarryingRuleKind as Kind } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { Abstentions } from './abstentions.ts';
import { CarryingRuleKind } from './carrying-rule-kind.ts';
import { FractionInput } from './fraction-input.ts';

/** The rule by which a decision is to count as jointly carried. */
export const CarryingRuleInput = builder.inputType('CarryingRuleInput', {
  description:
    'The rule by which a decision is to count as jointly carried: `{ kind: DOUBLE_MAJORITY }`. What is left out is as usual.',
  fields: (t) => ({
    kind: t.field({
      type: CarryingRuleKind,
      required: true,
      description: 'How the municipalities carry it.',
    }),
    districtConsent: t.boolean({
      description: 'Whether the district itself must support it too; true when left out.',
    }),
    abstentions: t.field({
      type: Abstentions,
      description: 'What an abstention is; COUNT_AS_NOT_SUPPORTING when left out.',
    }),
    threshold: t.field({
      type: FractionInput,
      description: 'At least this share instead of more than half; not for UNANIMOUS.',
    }),
    quorum: t.field({
      type: FractionInput,
      description:
        'At least this share of the municipalities must have taken a position (for UNANIMOUS with abstentions left out: must have said yes or no).',
    }),
  }),
});

type Given = {
  readonly kind: Kind;
  readonly districtConsent?: boolean | null | undefined;
  readonly abstentions?: CarryingRule['abstentions'] | null | undefined;
  readonly threshold?: CarryingRule['threshold'] | undefined;
  readonly quorum?: CarryingRule['quorum'] | undefined;
};

/** The rule that an input says. */
export function ruleOfInput({ kind, districtConsent, abstentions, threshold, quorum }: Given): CarryingRule {
  return carryingRule(kind, {
    threshold: threshold ?? null,
    quorum: quorum ?? null,
    ...(districtConsent == null ? {} : { districtConsent }),
    ...(abstentions == null ? {} : { abstentions }),
  });
}
