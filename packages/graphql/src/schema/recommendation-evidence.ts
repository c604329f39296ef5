import { builder } from '../builder.ts';

/** How well the wording of a recommendation is evidenced. */
export const RecommendationEvidence = builder.enumType('RecommendationEvidence', {
  description: 'How well the wording of a recommendation is evidenced.',
  values: {
    SUMMARY: { description: 'Stated in the public summary of the document, here in our own words.' },
    DOCUMENT: { description: 'Entered from the document by somebody who has it.' },
    LOCAL: { description: 'A recommendation of the district itself.' },
  } as const,
});
