import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { aboutDecision } from '../decision-address-input.ts';
import { decisionArguments, decisionErrors, JointDecisionPayload, stepOf } from './joint-decision-payload.ts';

builder.mutationField('stateResult', (t) =>
  t.field({
    type: JointDecisionPayload,
    errors: decisionErrors,
    description: 'States the result of a decision that is closed, by its rule: jointly carried or not.',
    args: {
      ...decisionArguments(t),
    },
    authScopes: mayOn('MANAGE_DECISIONS', aboutDecision),
    resolve: async (_, { decision, expectedRevision }, context) =>
      stepOf(
        context,
        await storeFor('MANAGE_DECISIONS', context).conductDecision(decision, {
          kind: 'RESULT_STATED',
          expectedRevision,
        }),
      ),
  }),
);
