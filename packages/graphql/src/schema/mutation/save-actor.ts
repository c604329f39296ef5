import { RevisionConflict } from '@kreisweit/domain';
import type { AuthScopes } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { Actor } from '../actor.ts';
import { ActorInput, editedActor } from '../actor-input.ts';
import { readWrittenActor } from './actor-payload.ts';
import { hintsIn, type WithHints, warningsField } from './text-warnings.ts';

const SaveActorPayload = builder
  .objectRef<WithHints & { readonly key: string }>('SaveActorPayload')
  .implement({
    description: 'The entry of the actor, and what in it looks like personal data.',
    fields: (t) => ({
      actor: t.field({
        type: Actor,
        description: 'The entry as it is now.',
        resolve: ({ key }, _, { db }) => readWrittenActor(db, key),
      }),
      warnings: warningsField(t),
    }),
  });

/** A new entry is about the district that is to keep it, another one about the actor. */
function aboutEntry({
  actor: { key, district },
  expectedRevision,
}: {
  readonly actor: { readonly key: string; readonly district?: string | null | undefined };
  readonly expectedRevision: number;
}): AuthScopes {
  if (expectedRevision !== 0) return { may: { action: 'EDIT_ACTOR', abouts: [{ kind: 'actor', key }] } };
  const keeper =
    district == null ? ({ kind: 'everything' } as const) : ({ kind: 'territory', key: district } as const);
  return { may: { action: 'MANAGE_ACTORS', abouts: [keeper] } };
}

builder.mutationField('saveActor', (t) =>
  t.field({
    type: SaveActorPayload,
    errors: { types: [RevisionConflict] },
    description:
      'Adds an entry of an actor, or replaces it by what is sent: by the coordination of the district that keeps it, or by those who represent the actor.',
    args: {
      actor: t.arg({ type: ActorInput, required: true, description: 'The entry as it is to be.' }),
      expectedRevision: t.arg.int({
        required: true,
        description: 'The revision of the entry that was changed; 0 for a new one.',
      }),
    },
    authScopes: (_, args) => aboutEntry(args),
    resolve: async (_, { actor, expectedRevision }, context) => {
      const action = expectedRevision === 0 ? 'MANAGE_ACTORS' : 'EDIT_ACTOR';
      const edited = editedActor(actor);
      const { key } = await storeFor(action, context).saveActor(edited, expectedRevision);
      const { name, description, website, email, source } = edited;
      const texts = [name, description.de, description.en, website ?? '', email ?? '', source];
      return { key, hints: hintsIn(...texts) };
    },
  }),
);
