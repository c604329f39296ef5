import { actionStatusTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { titledValues } from './labelled-values.ts';

/** How far an action of a concept is. */
export const ActionStatus = builder.enumType('ActionStatus', {
  description: 'How far an action of a concept is.',
  values: titledValues(actionStatusTitles),
});
