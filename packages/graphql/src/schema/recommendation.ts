import { type Recommendation as RecommendationRow, recommendationFieldTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { localisedField } from './localised-field.ts';
import { RecommendationEvidence } from './recommendation-evidence.ts';
import { RecommendationField } from './recommendation-field.ts';
import { RecommendationSource } from './recommendation-source.ts';

/** One of the points for good cooperation. */
export const Recommendation = builder.objectRef<RecommendationRow>('Recommendation').implement({
  description: 'One of the points for good cooperation between a district and its municipalities.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key.' }),
    officialNumber: t.exposeInt('officialNumber', {
      nullable: true,
      description: 'The number of the point in the document; null where it claims none.',
    }),
    field: t.expose('field', { type: RecommendationField, description: 'The field that it belongs to.' }),
    fieldTitle: localisedField(
      t,
      'What people call the field.',
      ({ field }) => recommendationFieldTitles[field],
    ),
    title: localisedField(t, 'What it is about.', ({ title }) => title),
    text: localisedField(t, 'Its wording.', ({ text }) => text),
    evidence: t.expose('evidence', {
      type: RecommendationEvidence,
      description: 'How well the wording is evidenced.',
    }),
    source: t.expose('source', { type: RecommendationSource, description: 'Where it is written.' }),
  }),
});
