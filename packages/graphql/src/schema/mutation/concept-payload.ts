import { RevisionConflict } from '@kreisweit/domain';
import type { StoredConcept } from '@kreisweit/store';
import { builder, type MutationFields } from '../../builder.ts';
import type { Context } from '../../context.ts';
import { Concept } from '../concept.ts';
import { ConceptAddressInput } from '../concept-address-input.ts';
import { hintsIn, type WithHints, warningsField } from './text-warnings.ts';

/** What everything that is done with a concept answers. */
export type SavedConcept = WithHints & { readonly concept: StoredConcept };

/** What everything that is done with a concept answers: the version as it is then. */
export const ConceptPayload = builder.objectRef<SavedConcept>('ConceptPayload').implement({
  description: 'The version of the concept as it is by now; one that is removed as it was.',
  fields: (t) => ({
    concept: t.expose('concept', { type: Concept, description: 'The version.' }),
    warnings: warningsField(t),
  }),
});

/** What these mutations may answer besides. */
export const conceptErrors = { types: [RevisionConflict] };

/** The argument `concept`, which says which version. */
export function conceptArgument(t: MutationFields) {
  return { concept: t.arg({ type: ConceptAddressInput, required: true, description: 'The version.' }) };
}

/** The answer after a change, with what of its texts looks like personal data. What this request has read of concepts is forgotten. */
export function savedConcept(
  { loaders }: Pick<Context, 'loaders'>,
  concept: StoredConcept,
  texts: readonly string[] = [],
): SavedConcept {
  loaders.concept.clearAll();
  loaders.conceptPage.clearAll();
  loaders.conceptsInForce.clearAll();
  return { concept, hints: hintsIn(...texts) };
}
