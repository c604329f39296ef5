import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { aboutDecision } from '../decision-address-input.ts';
import { decisionArguments, decisionErrors, JointDecisionPayload, stepOf } from './joint-decision-payload.ts';

builder.mutationField('closeJointDecision', (t) =>
  t.field({
    type: JointDecisionPayload,
    errors: decisionErrors,
    description:
      'Closes a decision after its last day, or when all have taken a position. From then on nothing of it is changed; to decide anew is a new round.',
    args: {
      ...decisionArguments(t),
    },
    authScopes: mayOn('MANAGE_DECISIONS', aboutDecision),
    resolve: async (_, { decision, expectedRevision }, context) =>
      stepOf(
        context,
        await storeFor('MANAGE_DECISIONS', context).conductDecision(decision, {
          kind: 'CLOSED',
          expectedRevision,
        }),
      ),
  }),
);
