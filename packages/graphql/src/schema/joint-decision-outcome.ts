import { jointDecisionOutcomeTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { titledValues } from './labelled-values.ts';

/** What came out of a joint decision. */
export const JointDecisionOutcome = builder.enumType('JointDecisionOutcome', {
  description: 'What came out of a joint decision.',
  values: titledValues(jointDecisionOutcomeTitles),
});
