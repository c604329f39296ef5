import { RevisionConflict } from '@kreisweit/domain';
import type { BodyRow } from '@kreisweit/store';
import { aboutDistrict, mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { BodyInput, bodyOfInput } from '../body-input.ts';
import { CooperationBody } from '../cooperation-body.ts';
import { hintsIn, type WithHints, warningsField } from './text-warnings.ts';

const SaveBodyPayload = builder
  .objectRef<WithHints & { readonly body: BodyRow }>('SaveBodyPayload')
  .implement({
    description: 'The body as it is by now.',
    fields: (t) => ({
      body: t.expose('body', { type: CooperationBody, description: 'The body.' }),
      warnings: warningsField(t),
    }),
  });

builder.mutationField('saveBody', (t) =>
  t.field({
    type: SaveBodyPayload,
    errors: { types: [RevisionConflict] },
    description:
      'Enters a body of cooperation, or changes one. Body and members are one record with one revision. What is left out of `purpose`, `recurrence`, `validFrom` and `validUntil` stays as it is, and null clears it; without `members` those that it has stay, and an empty list takes all of them out.',
    args: {
      body: t.arg({ type: BodyInput, required: true, description: 'The body.' }),
      expectedRevision: t.arg.int({
        required: true,
        description: 'The revision that you have seen; 0 for a new one.',
      }),
    },
    authScopes: mayOn('MANAGE_BODIES', ({ body }: { readonly body: { readonly district: string } }) =>
      aboutDistrict(body),
    ),
    resolve: async (_, { body: given, expectedRevision }, context) => {
      const value = bodyOfInput(given);
      const body = await storeFor('MANAGE_BODIES', context).saveBody({ value, expectedRevision });
      const { title, purpose } = value;
      return { body, hints: hintsIn(title.de, title.en, purpose?.de ?? '', purpose?.en ?? '') };
    },
  }),
);
