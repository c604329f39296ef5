import type { DeliveryReview } from '@kreisweit/store';
import { aboutDistrict, mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';

const SetDeliveryReviewPayload = builder.objectRef<DeliveryReview>('SetDeliveryReviewPayload').implement({
  description: 'Whether a district reviews deliveries by now.',
  fields: (t) => ({
    district: t.exposeString('district', { description: 'The key of the district.' }),
    reviews: t.exposeBoolean('reviews', { description: 'True where deliveries wait for a decision.' }),
  }),
});

builder.mutationField('setDeliveryReview', (t) =>
  t.field({
    type: SetDeliveryReviewPayload,
    errors: {},
    description:
      'Sets whether own figures that are delivered for a district wait for the decision of its coordination before they are published.',
    args: {
      district: t.arg.string({ required: true, description: 'The key of the district.' }),
      reviews: t.arg.boolean({ required: true, description: 'True where they wait.' }),
    },
    authScopes: mayOn('SET_REVIEW', aboutDistrict),
    resolve: (_, { district, reviews }, context) =>
      storeFor('SET_REVIEW', context).setReview({ district, reviews }),
  }),
);
