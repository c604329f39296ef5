import { RevisionConflict } from '@kreisweit/domain';
import type { DeadlineRow } from '@kreisweit/store';
import { aboutDistrict, mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { AskedOf } from '../asked-of.ts';
import { DeliveryDeadline } from '../delivery-deadline.ts';
import { LocalisedTextInput } from '../localised-text-input.ts';
import { hintsIn, type WithHints, warningsField } from './text-warnings.ts';

const DeliveryDeadlineInput = builder.inputType('DeliveryDeadlineInput', {
  description: 'Until when figures are to be delivered, as it is to be.',
  fields: (t) => ({
    district: t.string({ required: true, description: 'The key of the district that asks for them.' }),
    key: t.string({
      required: true,
      description: 'Its key within the district: small letters and digits, joined by hyphens.',
    }),
    plugin: t.string({ required: true, description: 'The key of the plug-in.' }),
    period: t.field({
      type: 'Period',
      required: true,
      description: 'The period that the figures are of.',
    }),
    askedOf: t.field({ type: AskedOf, required: true, description: 'Who is asked to deliver them.' }),
    title: t.field({
      type: LocalisedTextInput,
      required: true,
      description: 'What is asked for. No personal data.',
    }),
    dueOn: t.field({
      type: 'Date',
      required: true,
      description: 'The last day on which a delivery is in time.',
    }),
    endedOn: t.field({ type: 'Date', description: 'From this day on nobody is asked any more.' }),
  }),
});

const SaveDeliveryDeadlinePayload = builder
  .objectRef<WithHints & { readonly deadline: DeadlineRow }>('SaveDeliveryDeadlinePayload')
  .implement({
    description: 'The deadline as it is by now.',
    fields: (t) => ({
      deadline: t.expose('deadline', { type: DeliveryDeadline, description: 'The deadline.' }),
      warnings: warningsField(t),
    }),
  });

builder.mutationField('saveDeliveryDeadline', (t) =>
  t.field({
    type: SaveDeliveryDeadlinePayload,
    errors: { types: [RevisionConflict] },
    description:
      'Asks for figures of a plug-in by a day, or changes that: all of it is replaced by what is sent.',
    args: {
      deadline: t.arg({ type: DeliveryDeadlineInput, required: true, description: 'The deadline.' }),
      expectedRevision: t.arg.int({
        required: true,
        description: 'The revision that you have seen; 0 for a new one.',
      }),
    },
    authScopes: mayOn('MANAGE_BODIES', ({ deadline }: { readonly deadline: { readonly district: string } }) =>
      aboutDistrict(deadline),
    ),
    resolve: async (_, { deadline: given, expectedRevision }, context) => {
      const value = { ...given, endedOn: given.endedOn ?? null };
      const store = storeFor('MANAGE_BODIES', context);
      const deadline = await store.saveDeliveryDeadline({ value, expectedRevision });
      return { deadline, hints: hintsIn(given.title.de, given.title.en) };
    },
  }),
);
