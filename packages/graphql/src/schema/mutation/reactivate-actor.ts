import { RevisionConflict } from '@kreisweit/domain';
import { aboutActor, mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { actorPayload } from './actor-payload.ts';

const ReactivateActorPayload = actorPayload(
  'ReactivateActorPayload',
  'The entry of the actor that takes part again.',
);

builder.mutationField('reactivateActor', (t) =>
  t.field({
    type: ReactivateActorPayload,
    errors: { types: [RevisionConflict] },
    description: 'Says that an actor which was deactivated takes part again.',
    args: {
      key: t.arg.string({ required: true, description: 'The key of the actor.' }),
      expectedRevision: t.arg.int({ required: true, description: 'The revision that you have seen.' }),
    },
    authScopes: mayOn('MANAGE_ACTORS', aboutActor),
    resolve: (_, { key, expectedRevision }, context) =>
      storeFor('MANAGE_ACTORS', context).reactivateActor(key, expectedRevision),
  }),
);
