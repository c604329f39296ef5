import { type RecommendationField as FieldKey, recommendationFieldTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** The field of cooperation that a recommendation belongs to. */
export const RecommendationField = builder.enumType('RecommendationField', {
  description: 'A field of cooperation between a district and its municipalities.',
  values: labelledValues(
    (Object.keys(recommendationFieldTitles) as FieldKey[]).map((field) => [
      field,
      field,
      recommendationFieldTitles[field],
    ]),
  ),
});
