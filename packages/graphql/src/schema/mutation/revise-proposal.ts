import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { aboutDecision } from '../decision-address-input.ts';
import { DecisionProposalInput, proposalOfInput, textsOfProposal } from '../decision-proposal-input.ts';
import { decisionArguments, decisionErrors, JointDecisionPayload, stepOf } from './joint-decision-payload.ts';

builder.mutationField('reviseProposal', (t) =>
  t.field({
    type: JointDecisionPayload,
    errors: decisionErrors,
    description:
      'Writes a new version of what is proposed. While positions are taken those on earlier versions become stale, and must be renewed.',
    args: {
      ...decisionArguments(t),
      proposal: t.arg({ type: DecisionProposalInput, required: true, description: 'The new version.' }),
    },
    authScopes: mayOn('MANAGE_DECISIONS', aboutDecision),
    resolve: async (_, { decision, expectedRevision, proposal }, context) =>
      stepOf(
        context,
        await storeFor('MANAGE_DECISIONS', context).conductDecision(decision, {
          kind: 'PROPOSAL_REVISED',
          expectedRevision,
          proposal: proposalOfInput(proposal),
        }),
        textsOfProposal(proposalOfInput(proposal)),
      ),
  }),
);
