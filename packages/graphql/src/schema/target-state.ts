import { targetStateTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { titledValues } from './labelled-values.ts';

/** How a target of a concept stands. */
export const TargetState = builder.enumType('TargetState', {
  description:
    'How a target of a concept stands. What has no published value that speaks for it is UNKNOWN, never MISSED.',
  values: titledValues(targetStateTitles),
});
