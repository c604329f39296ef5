import { stanceTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { titledValues } from './labelled-values.ts';

/** What a party says to a proposal. */
export const Stance = builder.enumType('Stance', {
  description: 'What a party says to a proposal.',
  values: titledValues(stanceTitles),
});
