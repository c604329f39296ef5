import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { aboutConcept } from '../concept-address-input.ts';
import { ConceptInput, conceptOfInput, textsOfConcept } from '../concept-input.ts';
import { ConceptPayload, conceptErrors, savedConcept } from './concept-payload.ts';

builder.mutationField('saveConcept', (t) =>
  t.field({
    type: ConceptPayload,
    errors: conceptErrors,
    description:
      'Saves a draft of a version of a concept: all of it is replaced by what is sent. One that is adopted is copied as a draft first, and a new version has the next number.',
    args: {
      concept: t.arg({ type: ConceptInput, required: true, description: 'The draft.' }),
      expectedRevision: t.arg.int({
        required: true,
        description:
          'The `revision` that was seen; 0 for a new version. Where there is another one by now, nothing is changed.',
      }),
    },
    authScopes: mayOn('MANAGE_CONCEPT', aboutConcept),
    resolve: async (_, { concept: given, expectedRevision }, context) => {
      const concept = conceptOfInput(given);
      const saved = await storeFor('MANAGE_CONCEPT', context).saveConcept({ concept, expectedRevision });
      return savedConcept(context, saved, textsOfConcept(concept));
    },
  }),
);
