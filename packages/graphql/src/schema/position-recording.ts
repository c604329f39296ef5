import type { PositionRecording as Recording } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** Who wrote a position down. */
export const PositionRecording = builder.enumType('PositionRecording', {
  description: 'Who wrote a position down.',
  values: labelledValues<Recording>([
    ['OWN', 'OWN', 'The party itself.'],
    [
      'ON_BEHALF',
      'ON_BEHALF',
      'The coordination of the district, or an association, by a resolution that is named.',
    ],
  ]),
});
