import type { ReleaseWithdrawal } from '@kreisweit/store';
import { aboutRelease, mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { hintsIn, type WithHints, warningsField } from './text-warnings.ts';

type Withdrawn = ReleaseWithdrawal & WithHints;

const WithdrawReleasePayload = builder.objectRef<Withdrawn>('WithdrawReleasePayload').implement({
  description: 'The release that was withdrawn.',
  fields: (t) => ({
    release: t.exposeInt('release', { description: 'Its number.' }),
    changed: t.exposeBoolean('changed', {
      description: 'False where it was withdrawn already: then all is as it was.',
    }),
    dataVersion: t.exposeInt('version', { description: 'The data version that withdrew it.' }),
    withdrawn: t.exposeInt('withdrawn', { description: 'How many cells of it do not count any more.' }),
    restored: t.exposeInt('restored', {
      description: 'How many cells of other releases count again that it had replaced.',
    }),
    warnings: warningsField(t),
  }),
});

builder.mutationField('withdrawRelease', (t) =>
  t.field({
    type: WithdrawReleasePayload,
    errors: {},
    description:
      'Withdraws a published release: a new data version holds what it would hold had it never been delivered. Earlier ones keep it.',
    args: {
      release: t.arg.int({ required: true, description: 'The number of the release.' }),
      reason: t.arg.string({
        required: true,
        description: 'Why, for those who read the earlier figures. No personal data.',
      }),
    },
    authScopes: mayOn('WITHDRAW_RELEASE', aboutRelease),
    resolve: async (_, { release, reason }, context) => {
      const withdrawal = await storeFor('WITHDRAW_RELEASE', context).withdrawRelease(release, { reason });
      return { ...withdrawal, hints: hintsIn(reason) };
    },
  }),
);
