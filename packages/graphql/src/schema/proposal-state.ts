import type { ProposedRelease } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** What became of a proposed release. */
export const ProposalState = builder.enumType('ProposalState', {
  description: 'What became of a proposed release.',
  values: labelledValues<ProposedRelease['state']>([
    ['proposed', 'proposed', 'It waits for a decision.'],
    ['published', 'published', 'It was published.'],
    ['rejected', 'rejected', 'It was rejected.'],
  ]),
});
