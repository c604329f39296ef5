import { carryingRuleTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { titledValues } from './labelled-values.ts';

/** How municipalities carry a decision jointly. */
export const CarryingRuleKind = builder.enumType('CarryingRuleKind', {
  description: 'How municipalities carry a decision jointly.',
  values: titledValues(carryingRuleTitles),
});
