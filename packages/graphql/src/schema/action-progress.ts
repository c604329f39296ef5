import { actionProgressTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { titledValues } from './labelled-values.ts';

/** How an action of a concept stands on a day. */
export const ActionProgress = builder.enumType('ActionProgress', {
  description: 'How an action of a concept stands on a day. On its last day it is still on time.',
  values: titledValues(actionProgressTitles),
});
