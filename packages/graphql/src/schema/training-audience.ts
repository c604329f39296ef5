import { type TrainingAudience as AudienceName, trainingAudienceTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** For whom a training is. */
export const TrainingAudience = builder.enumType('TrainingAudience', {
  description: 'For whom a training is.',
  values: labelledValues(
    (Object.keys(trainingAudienceTitles) as AudienceName[]).map((audience) => [
      audience,
      audience,
      trainingAudienceTitles[audience],
    ]),
  ),
});
