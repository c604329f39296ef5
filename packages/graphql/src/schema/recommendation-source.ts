import type { RecommendationSource as SourceRow } from '@kreisweit/domain';
import { builder } from '../builder.ts';

/** Where a recommendation is written. */
export const RecommendationSource = builder.objectRef<SourceRow>('RecommendationSource').implement({
  description: 'Where a recommendation is written.',
  fields: (t) => ({
    document: t.exposeString('document', { description: 'The document, with author and year.' }),
    place: t.exposeString('place', { description: 'The place inside the document.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where the document is found.' }),
  }),
});
