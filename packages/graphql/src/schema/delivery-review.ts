import type { DeliveryReview as DeliveryReviewRow } from '@kreisweit/store';
import { aboutDistrict, mayOn } from '../access/requested-scope.ts';
import { storeFor } from '../access/require-scope.ts';
import { builder } from '../builder.ts';

const DeliveryReview = builder.objectRef<DeliveryReviewRow>('DeliveryReview').implement({
  description:
    'Whether own figures that are delivered for a district wait for the decision of its coordination.',
  fields: (t) => ({
    district: t.exposeString('district', { description: 'The key of the district.' }),
    reviews: t.exposeBoolean('reviews', {
      description: 'True where they wait, false where they are published at once.',
    }),
  }),
});

builder.queryField('deliveryReview', (t) =>
  t.field({
    type: DeliveryReview,
    nullable: true,
    description: 'Whether a district reviews deliveries: for those who may set it, null for others.',
    args: { district: t.arg.string({ required: true, description: 'The key of the district.' }) },
    authScopes: mayOn('SET_REVIEW', aboutDistrict),
    resolve: (_, { district }, context) => storeFor('SET_REVIEW', context).deliveryReview(district),
  }),
);
