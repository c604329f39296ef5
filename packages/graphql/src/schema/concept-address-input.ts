import type { About, ConceptAddress } from '@kreisweit/store';
import { builder } from '../builder.ts';

/** Which version of which concept. */
export const ConceptAddressInput = builder.inputType('ConceptAddressInput', {
  description:
    'Which version of a concept: `{ district: "12070", concept: "integration-concept", number: 2 }`.',
  fields: (t) => ({
    district: t.string({ required: true, description: 'The key of its district.' }),
    concept: t.string({ required: true, description: 'The key of the concept.' }),
    number: t.int({ required: true, description: 'The number of the version.' }),
  }),
});

/** What is about the district of a concept. */
export function aboutConcept({
  concept: { district },
}: {
  readonly concept: Pick<ConceptAddress, 'district'>;
}): readonly About[] {
  return [{ kind: 'territory', key: district }];
}
