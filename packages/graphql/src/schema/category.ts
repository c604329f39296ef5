import { dimensions, type LocalisedText, parseBreakdownKey } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { localisedField } from './localised-field.ts';

type CategoryOfDimension = {
  readonly dimension: string;
  readonly key: string;
  readonly title: LocalisedText;
};

/** One category of a dimension. */
export const Category = builder.objectRef<CategoryOfDimension>('Category').implement({
  description: 'One category of a dimension by which values are broken down.',
  fields: (t) => ({
    dimension: t.exposeString('dimension', { description: 'The key of its dimension.' }),
    key: t.exposeString('key', { description: 'The key that `CategoryInput.category` takes.' }),
    title: localisedField(t, 'What people call it.', ({ title }) => title),
  }),
});

/** The categories that a stored breakdown names. */
export function categoriesOf(breakdown: string): readonly CategoryOfDimension[] {
  return Object.entries(parseBreakdownKey(breakdown)).map(([dimension, key]) => ({
    dimension,
    key,
    title: titleOf(dimension, key),
  }));
}

function titleOf(dimension: string, key: string): LocalisedText {
  const categories = dimensions.find((candidate) => candidate.key === dimension)?.categories ?? [];
  return categories.find((category) => category.key === key)?.title ?? { de: key, en: key };
}
