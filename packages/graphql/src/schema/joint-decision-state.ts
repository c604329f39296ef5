import { jointDecisionStateTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { titledValues } from './labelled-values.ts';

/** Where a joint decision stands. */
export const JointDecisionState = builder.enumType('JointDecisionState', {
  description: 'Where a joint decision stands.',
  values: titledValues(jointDecisionStateTitles),
});
