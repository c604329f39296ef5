import { RevisionConflict } from '@kreisweit/domain';
import type { TrainingRow } from '@kreisweit/store';
import { aboutDistrict, mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { LocalisedTextInput } from '../localised-text-input.ts';
import { Training } from '../training.ts';
import { TrainingAudience } from '../training-audience.ts';
import { TrainingState } from '../training-state.ts';
import { hintsIn, type WithHints, warningsField } from './text-warnings.ts';

const TrainingInput = builder.inputType('TrainingInput', {
  description: 'A training as it is to be.',
  fields: (t) => ({
    district: t.string({ required: true, description: 'The key of the district that keeps it.' }),
    key: t.string({
      required: true,
      description: 'Its key within the district: small letters and digits, joined by hyphens.',
    }),
    title: t.field({
      type: LocalisedTextInput,
      required: true,
      description: 'What it is about. No personal data.',
    }),
    day: t.field({ type: 'Date', required: true, description: 'Its day, the first of several.' }),
    territory: t.string({
      required: true,
      description: 'The key of the district or of what lies in it: where it takes place.',
    }),
    organiser: t.string({ description: 'The key of the actor who offers it.' }),
    audience: t.field({ type: TrainingAudience, required: true, description: 'For whom it is.' }),
    state: t.field({
      type: TrainingState,
      required: true,
      defaultValue: 'PLANNED',
      description: 'Whether it has taken place.',
    }),
    link: t.string({ description: 'Where to read on, with https://.' }),
  }),
});

const SaveTrainingPayload = builder
  .objectRef<WithHints & { readonly training: TrainingRow }>('SaveTrainingPayload')
  .implement({
    description: 'The training as it is by now.',
    fields: (t) => ({
      training: t.expose('training', { type: Training, description: 'The training.' }),
      warnings: warningsField(t),
    }),
  });

builder.mutationField('saveTraining', (t) =>
  t.field({
    type: SaveTrainingPayload,
    errors: { types: [RevisionConflict] },
    description: 'Plans a training, or changes one: all of it is replaced by what is sent.',
    args: {
      training: t.arg({ type: TrainingInput, required: true, description: 'The training.' }),
      expectedRevision: t.arg.int({
        required: true,
        description: 'The revision that you have seen; 0 for a new one.',
      }),
    },
    authScopes: mayOn('MANAGE_BODIES', ({ training }: { readonly training: { readonly district: string } }) =>
      aboutDistrict(training),
    ),
    resolve: async (_, { training: given, expectedRevision }, context) => {
      const { organiser = null, link = null, ...rest } = given;
      const value = { ...rest, organiser, link };
      const training = await storeFor('MANAGE_BODIES', context).saveTraining({ value, expectedRevision });
      return { training, hints: hintsIn(given.title.de, given.title.en, link ?? '') };
    },
  }),
);
