import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { aboutConcept } from '../concept-address-input.ts';
import { ConceptPayload, conceptArgument, conceptErrors, savedConcept } from './concept-payload.ts';

builder.mutationField('copyConceptAsDraft', (t) =>
  t.field({
    type: ConceptPayload,
    errors: conceptErrors,
    description:
      'Makes the next version of a concept, a draft, with the content of a version and how far its actions are: that is how one that is adopted is changed. Refused while there is a draft of the concept.',
    args: conceptArgument(t),
    authScopes: mayOn('MANAGE_CONCEPT', aboutConcept),
    resolve: async (_, { concept }, context) =>
      savedConcept(context, await storeFor('MANAGE_CONCEPT', context).copyConceptAsDraft(concept)),
  }),
);
