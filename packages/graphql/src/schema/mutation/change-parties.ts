import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { aboutDecision } from '../decision-address-input.ts';
import { EntitledPartiesInput, partiesOfInput } from '../entitled-parties-input.ts';
import { decisionArguments, decisionErrors, JointDecisionPayload, stepOf } from './joint-decision-payload.ts';

builder.mutationField('changeParties', (t) =>
  t.field({
    type: JointDecisionPayload,
    errors: decisionErrors,
    description: 'Changes who is asked, before a decision is opened for positions.',
    args: {
      ...decisionArguments(t),
      parties: t.arg({ type: EntitledPartiesInput, required: true, description: 'Who is asked.' }),
    },
    authScopes: mayOn('MANAGE_DECISIONS', aboutDecision),
    resolve: async (_, { decision, expectedRevision, parties }, context) =>
      stepOf(
        context,
        await storeFor('MANAGE_DECISIONS', context).conductDecision(decision, {
          kind: 'PARTIES_CHANGED',
          expectedRevision,
          parties: partiesOfInput(parties),
        }),
      ),
  }),
);
