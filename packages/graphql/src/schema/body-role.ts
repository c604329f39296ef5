import { bodyRoleTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { titledValues } from './labelled-values.ts';

/** What a member is in a body. */
export const BodyRole = builder.enumType('BodyRole', {
  description: 'What a member is in a body.',
  values: titledValues(bodyRoleTitles),
});
