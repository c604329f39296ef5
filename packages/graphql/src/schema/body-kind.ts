import { bodyKindTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { titledValues } from './labelled-values.ts';

/** What a body of cooperation is. */
export const BodyKind = builder.enumType('BodyKind', {
  description: 'What a body of cooperation is.',
  values: titledValues(bodyKindTitles),
});
