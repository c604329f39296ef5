import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { aboutDecision } from '../decision-address-input.ts';
import { DecisionPeriodInput } from '../decision-period-input.ts';
import { decisionArguments, decisionErrors, JointDecisionPayload, stepOf } from './joint-decision-payload.ts';

builder.mutationField('startConsultation', (t) =>
  t.field({
    type: JointDecisionPayload,
    errors: decisionErrors,
    description: 'Begins the consultation on a draft: from then on everybody can read it.',
    args: {
      ...decisionArguments(t),
      period: t.arg({
        type: DecisionPeriodInput,
        required: true,
        description: 'The days of the consultation.',
      }),
    },
    authScopes: mayOn('MANAGE_DECISIONS', aboutDecision),
    resolve: async (_, { decision, expectedRevision, period }, context) =>
      stepOf(
        context,
        await storeFor('MANAGE_DECISIONS', context).conductDecision(decision, {
          kind: 'CONSULTATION_STARTED',
          expectedRevision,
          period,
        }),
      ),
  }),
);
