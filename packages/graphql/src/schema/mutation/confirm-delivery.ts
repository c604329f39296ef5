import type { OnBehalf } from '@kreisweit/store';
import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';

const ConfirmDeliveryPayload = builder.objectRef<OnBehalf>('ConfirmDeliveryPayload').implement({
  description: 'What was recorded on behalf of a territory and is confirmed by it.',
  fields: (t) => ({
    release: t.exposeInt('release', { description: 'The number of the release.' }),
    territory: t.exposeString('territory', { description: 'The key of the territory.' }),
    confirmedAt: t.expose('confirmedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was confirmed first.',
    }),
  }),
});

builder.mutationField('confirmDelivery', (t) =>
  t.field({
    type: ConfirmDeliveryPayload,
    errors: {},
    description:
      'Confirms, for a municipality or an association, what the coordination of its district delivered on its behalf.',
    args: {
      release: t.arg.int({ required: true, description: 'The number of the release.' }),
      territory: t.arg.string({
        required: true,
        description: 'The key of the municipality or the association.',
      }),
    },
    authScopes: mayOn('CONFIRM_DELIVERY', ({ territory }: { readonly territory: string }) => [
      { kind: 'territory', key: territory },
    ]),
    resolve: (_, { release, territory }, context) =>
      storeFor('CONFIRM_DELIVERY', context).confirmDelivery(release, territory),
  }),
);
