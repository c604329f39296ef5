import { type TrainingState as TrainingStateName, trainingStateTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** Whether a training has taken place. */
export const TrainingState = builder.enumType('TrainingState', {
  description: 'Whether a training has taken place.',
  values: labelledValues(
    (Object.keys(trainingStateTitles) as TrainingStateName[]).map((state) => [
      state,
      state,
      trainingStateTitles[state],
    ]),
  ),
});
