import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { CarryingRuleInput, ruleOfInput } from '../carrying-rule-input.ts';
import { aboutDecision, DecisionAddressInput } from '../decision-address-input.ts';
import { DecisionProposalInput, proposalOfInput, textsOfProposal } from '../decision-proposal-input.ts';
import { EntitledPartiesInput, partiesOfInput } from '../entitled-parties-input.ts';
import { decisionErrors, JointDecisionPayload, stepOf } from './joint-decision-payload.ts';

builder.mutationField('draftJointDecision', (t) =>
  t.field({
    type: JointDecisionPayload,
    errors: decisionErrors,
    description:
      'Drafts a joint decision of a district, or the next round of one that has ended. Only those who take part can read it until its consultation begins.',
    args: {
      decision: t.arg({
        type: DecisionAddressInput,
        required: true,
        description: 'What it is to be called; round 1 for a new one.',
      }),
      parties: t.arg({
        type: EntitledPartiesInput,
        required: true,
        defaultValue: {},
        description: 'Who is asked; the district and all of its municipalities when left out.',
      }),
      rule: t.arg({ type: CarryingRuleInput, required: true, description: 'By which rule it is to count.' }),
      proposal: t.arg({ type: DecisionProposalInput, required: true, description: 'What is proposed.' }),
    },
    authScopes: mayOn('MANAGE_DECISIONS', aboutDecision),
    resolve: async (_, { decision, parties, rule, proposal: given }, context) => {
      const proposal = proposalOfInput(given);
      const drafted = await storeFor('MANAGE_DECISIONS', context).draftDecision(decision, {
        parties: partiesOfInput(parties),
        rule: ruleOfInput(rule),
        proposal,
      });
      return stepOf(context, drafted, textsOfProposal(proposal));
    },
  }),
);
