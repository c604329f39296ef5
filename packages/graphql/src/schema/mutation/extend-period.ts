import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { aboutDecision } from '../decision-address-input.ts';
import { decisionArguments, decisionErrors, JointDecisionPayload, stepOf } from './joint-decision-payload.ts';

builder.mutationField('extendPeriod', (t) =>
  t.field({
    type: JointDecisionPayload,
    errors: decisionErrors,
    description: 'Extends the consultation, or the time for positions, to a later day.',
    args: {
      ...decisionArguments(t),
      lastDay: t.arg({ type: 'Date', required: true, description: 'The new last day.' }),
    },
    authScopes: mayOn('MANAGE_DECISIONS', aboutDecision),
    resolve: async (_, { decision, expectedRevision, lastDay }, context) =>
      stepOf(
        context,
        await storeFor('MANAGE_DECISIONS', context).conductDecision(decision, {
          kind: 'PERIOD_EXTENDED',
          expectedRevision,
          lastDay,
        }),
      ),
  }),
);
