import type { Dimension as SharedDimension } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { Category } from './category.ts';
import { DimensionKind } from './dimension-kind.ts';
import { localisedField } from './localised-field.ts';

/** A dimension by which values are broken down. */
export const Dimension = builder.objectRef<SharedDimension>('Dimension').implement({
  description: 'A dimension by which values are broken down, such as sex.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'The key that `CategoryInput.dimension` and `seriesBy` take.',
    }),
    kind: t.expose('kind', { type: DimensionKind, description: 'How its categories relate to the total.' }),
    title: localisedField(t, 'What people call it.', ({ title }) => title),
    categories: t.field({
      ...listOf(10),
      type: [Category],
      description: 'All its categories.',
      resolve: ({ key: dimension, categories }) => categories.map((category) => ({ ...category, dimension })),
    }),
  }),
});
