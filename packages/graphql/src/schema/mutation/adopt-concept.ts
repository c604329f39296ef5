import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { aboutConcept } from '../concept-address-input.ts';
import { ConceptPayload, conceptArgument, conceptErrors, savedConcept } from './concept-payload.ts';

const AdoptingDecisionInput = builder.inputType('AdoptingDecisionInput', {
  description:
    'Which joint decision of the district of the concept. Its key is that of the concept or begins with it: `integration-concept` or `integration-concept-2030`.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its key.' }),
    round: t.int({ required: true, defaultValue: 1, description: 'The round.' }),
  }),
});

builder.mutationField('adoptConcept', (t) =>
  t.field({
    type: ConceptPayload,
    errors: conceptErrors,
    description:
      'Adopts a draft by a joint decision of its district that was carried and is about this concept, from the day of that decision on. From then on only how far its actions are can change.',
    args: {
      ...conceptArgument(t),
      decision: t.arg({ type: AdoptingDecisionInput, required: true, description: 'The joint decision.' }),
      expectedRevision: t.arg.int({
        required: true,
        description:
          'The `revision` of the draft that was decided on. Where there is another one by now, nothing is changed.',
      }),
    },
    authScopes: mayOn('MANAGE_CONCEPT', aboutConcept),
    resolve: async (_, adoption, context) =>
      savedConcept(context, await storeFor('MANAGE_CONCEPT', context).adoptConcept(adoption)),
  }),
);
