import type { Abstentions as Rule } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** What an abstention is for a rule. */
export const Abstentions = builder.enumType('Abstentions', {
  description: 'What an abstention is for a rule; it supports in neither case, and takes part in both.',
  values: labelledValues<Rule>([
    [
      'COUNT_AS_NOT_SUPPORTING',
      'COUNT_AS_NOT_SUPPORTING',
      'It stays in the number of which a share must support, as a missing position does.',
    ],
    ['LEFT_OUT', 'LEFT_OUT', 'It is taken out of that number.'],
  ]),
});
