import { RevisionConflict } from '@kreisweit/domain';
import { aboutActor, mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { actorPayload } from './actor-payload.ts';

const DeactivateActorPayload = actorPayload(
  'DeactivateActorPayload',
  'The entry of the actor that is no more.',
);

builder.mutationField('deactivateActor', (t) =>
  t.field({
    type: DeactivateActorPayload,
    errors: { types: [RevisionConflict] },
    description:
      'Says that an actor is no more, or takes part no more. Its entry stays where it is named; lists leave it out, and who represents it may do nothing for it any more.',
    args: {
      key: t.arg.string({ required: true, description: 'The key of the actor.' }),
      on: t.arg({ type: 'Date', description: 'The day since which it is so; today when left out.' }),
      expectedRevision: t.arg.int({ required: true, description: 'The revision that you have seen.' }),
    },
    authScopes: mayOn('MANAGE_ACTORS', aboutActor),
    resolve: (_, { key, on, expectedRevision }, context) =>
      storeFor('MANAGE_ACTORS', context).deactivateActor({ key, on }, expectedRevision),
  }),
);
