import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { aboutDecision } from '../decision-address-input.ts';
import { TextInEitherInput, textInEither } from '../text-in-either-input.ts';
import { decisionArguments, decisionErrors, JointDecisionPayload, stepOf } from './joint-decision-payload.ts';

builder.mutationField('withdrawJointDecision', (t) =>
  t.field({
    type: JointDecisionPayload,
    errors: decisionErrors,
    description: 'Withdraws a decision that is not closed yet.',
    args: {
      ...decisionArguments(t),
      reason: t.arg({ type: TextInEitherInput, required: true, description: 'Why.' }),
    },
    authScopes: mayOn('MANAGE_DECISIONS', aboutDecision),
    resolve: async (_, { decision, expectedRevision, reason }, context) =>
      stepOf(
        context,
        await storeFor('MANAGE_DECISIONS', context).conductDecision(decision, {
          kind: 'WITHDRAWN',
          expectedRevision,
          reason: textInEither(reason),
        }),
        [reason.de ?? null, reason.en ?? null],
      ),
  }),
);
