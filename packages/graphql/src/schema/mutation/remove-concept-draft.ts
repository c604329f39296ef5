import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { aboutConcept } from '../concept-address-input.ts';
import { ConceptPayload, conceptArgument, conceptErrors, savedConcept } from './concept-payload.ts';

builder.mutationField('removeConceptDraft', (t) =>
  t.field({
    type: ConceptPayload,
    errors: conceptErrors,
    description:
      'Removes a draft of a concept that is not wanted, and answers what it was. One that is adopted stays. The audit trail keeps it.',
    args: {
      ...conceptArgument(t),
      expectedRevision: t.arg.int({
        required: true,
        description:
          'The `revision` of the draft that was seen. Where there is another one by now, nothing is removed.',
      }),
    },
    authScopes: mayOn('MANAGE_CONCEPT', aboutConcept),
    resolve: async (_, removed, context) =>
      savedConcept(context, await storeFor('MANAGE_CONCEPT', context).removeConceptDraft(removed)),
  }),
);
