import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { aboutDecision } from '../decision-address-input.ts';
import { DecisionPeriodInput } from '../decision-period-input.ts';
import { decisionArguments, decisionErrors, JointDecisionPayload, stepOf } from './joint-decision-payload.ts';

builder.mutationField('openForPositions', (t) =>
  t.field({
    type: JointDecisionPayload,
    errors: decisionErrors,
    description:
      'Opens a decision for positions after its consultation. The inhabitants of the municipalities are recorded as the register in force on the first day says them; a later register changes nothing.',
    args: {
      ...decisionArguments(t),
      period: t.arg({
        type: DecisionPeriodInput,
        required: true,
        description: 'The days in which positions are taken.',
      }),
    },
    authScopes: mayOn('MANAGE_DECISIONS', aboutDecision),
    resolve: async (_, { decision, expectedRevision, period }, context) =>
      stepOf(
        context,
        await storeFor('MANAGE_DECISIONS', context).conductDecision(decision, {
          kind: 'OPENED',
          expectedRevision,
          period,
        }),
      ),
  }),
);
