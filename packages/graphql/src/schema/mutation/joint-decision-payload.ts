import { type JointDecision as JointDecisionRow, RevisionConflict } from '@kreisweit/domain';
import type { MutationFields } from '../../builder.ts';
import { builder } from '../../builder.ts';
import type { Context } from '../../context.ts';
import { DecisionAddressInput } from '../decision-address-input.ts';
import { JointDecision } from '../joint-decision.ts';
import { hintsIn, type WithHints, warningsField } from './text-warnings.ts';

/** What a step with a joint decision answers. */
export type DecisionStep = WithHints & { readonly decision: JointDecisionRow };

/** What every step with a joint decision answers: the decision as it is then. */
export const JointDecisionPayload = builder.objectRef<DecisionStep>('JointDecisionPayload').implement({
  description: 'The joint decision as it is after the step.',
  fields: (t) => ({
    decision: t.field({
      type: JointDecision,
      description: 'The decision.',
      resolve: ({ decision }) => decision,
    }),
    warnings: warningsField(t),
  }),
});

/** What all these mutations may answer besides. */
export const decisionErrors = { types: [RevisionConflict] };

/** The arguments that say which decision, and what of it was seen. */
export function decisionArguments(t: MutationFields) {
  return {
    decision: t.arg({ type: DecisionAddressInput, required: true, description: 'The decision.' }),
    expectedRevision: t.arg.int({
      required: true,
      description: 'The `revision` that was seen: where something else happened since, nothing is changed.',
    }),
  };
}

/** The answer to a step, with what of its texts looks like personal data. What the request has read before is read anew. */
export function stepOf(
  { loaders }: Pick<Context, 'loaders'>,
  decision: JointDecisionRow,
  texts: readonly (string | null)[] = [],
): DecisionStep {
  loaders.jointDecision.clearAll();
  loaders.decisionPage.clearAll();
  return { decision, hints: hintsIn(...texts.filter((text) => text !== null)) };
}
