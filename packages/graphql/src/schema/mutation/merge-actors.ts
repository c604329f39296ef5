import { RevisionConflict } from '@kreisweit/domain';
import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { actorPayload } from './actor-payload.ts';

const MergeActorsPayload = actorPayload('MergeActorsPayload', 'The entry that is left.');

type Merge = { readonly duplicate: string; readonly survivor: string };

builder.mutationField('mergeActors', (t) =>
  t.field({
    type: MergeActorsPayload,
    errors: { types: [RevisionConflict] },
    description:
      'Merges an entry into another one of the same organisation. Whatever names the duplicate means the survivor from then on, and the access of those who represent it is one to the survivor. The survivor gets the territories, topics, languages and memberships that it did not have; of the duplicate nothing else is kept.',
    args: {
      duplicate: t.arg.string({ required: true, description: 'The key of the entry that goes.' }),
      survivor: t.arg.string({ required: true, description: 'The key of the entry that is left.' }),
      expectedRevision: t.arg.int({
        required: true,
        description: 'The revision of the duplicate that you have seen.',
      }),
    },
    authScopes: mayOn('MANAGE_ACTORS', ({ duplicate, survivor }: Merge) => [
      { kind: 'actor', key: duplicate },
      { kind: 'actor', key: survivor },
    ]),
    resolve: (_, { duplicate, survivor, expectedRevision }, context) =>
      storeFor('MANAGE_ACTORS', context).mergeActors({ duplicate, survivor }, expectedRevision),
  }),
);
