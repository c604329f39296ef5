import { groupCategories, groupCategoryTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** What a free group of territories is. */
export const GroupCategory = builder.enumType('GroupCategory', {
  description: 'What a free group of territories is.',
  values: labelledValues(
    groupCategories.map((category) => [category, category, groupCategoryTitles[category]]),
  ),
});
