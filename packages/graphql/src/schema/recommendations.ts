import { type Recommendation as RecommendationRow, recommendationsNotice } from '@kreisweit/domain';
import { recommendations } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { optionalLocalisedField } from './localised-field.ts';
import { Recommendation } from './recommendation.ts';
import { RecommendationField } from './recommendation-field.ts';

/** Recommendations with what has to be known before they are read. */
export const Recommendations = builder
  .objectRef<{ readonly items: readonly RecommendationRow[] }>('Recommendations')
  .implement({
    description: 'Recommendations, with what has to be known before they are read.',
    fields: (t) => ({
      notice: optionalLocalisedField(
        t,
        'Show it wherever the recommendations are listed: it says where their wording comes from. Null where it says nothing about those listed.',
        ({ items }) => (items.some(({ evidence }) => evidence === 'SUMMARY') ? recommendationsNotice : null),
      ),
      items: t.expose('items', {
        ...listOf(20),
        type: [Recommendation],
        description: 'The recommendations, in their order.',
      }),
    }),
  });

builder.queryField('recommendations', (t) =>
  t.field({
    type: Recommendations,
    description: 'The points for good cooperation.',
    args: {
      field: t.arg({ type: RecommendationField, description: 'Only those of one field; all when left out.' }),
    },
    resolve: async (_, { field }, { db }) => ({ items: await recommendations(db, field ?? null) }),
  }),
);
