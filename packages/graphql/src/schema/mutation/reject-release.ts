import { aboutProposed, mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { proposedArgument } from './proposed-argument.ts';
import { hintsIn, type WithHints, warningsField } from './text-warnings.ts';

const RejectReleasePayload = builder
  .objectRef<WithHints & { readonly proposed: number }>('RejectReleasePayload')
  .implement({
    description: 'The proposed release that was rejected.',
    fields: (t) => ({
      proposed: t.exposeInt('proposed', { description: 'Its number.' }),
      warnings: warningsField(t),
    }),
  });

builder.mutationField('rejectRelease', (t) =>
  t.field({
    type: RejectReleasePayload,
    errors: {},
    description:
      'Rejects a release that waits for a decision: its figures are forgotten, the reason is kept.',
    args: {
      ...proposedArgument(t),
      reason: t.arg.string({
        required: true,
        description: 'Why, for those who delivered it. No personal data.',
      }),
    },
    authScopes: mayOn('DECIDE_RELEASE', aboutProposed),
    resolve: async (_, { proposed, reason }, context) => {
      await storeFor('DECIDE_RELEASE', context).rejectProposed(proposed, { reason });
      return { proposed, hints: hintsIn(reason) };
    },
  }),
);
