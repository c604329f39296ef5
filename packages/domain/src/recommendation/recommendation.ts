import type { LocalisedText } from '../localised-text.ts';
import type { RecommendationField } from './recommendation-field.ts';

/** The document that a recommendation comes from and where in it. */
export type RecommendationSource = {
  readonly document: string;
  /** The place inside the document: a page, a section, the summary. */
  readonly place: string;
  readonly url?: string;
};

/**
 * How well the wording of a recommendation is evidenced: `SUMMARY` stated in the public summary, `DOCUMENT` entered
 * from the document by someone who has it, `LOCAL` a district's own.
 */
export type RecommendationEvidence = 'SUMMARY' | 'DOCUMENT' | 'LOCAL';

/**
 * One of the points for good cooperation between a district and its municipalities. `key` is kebab-case and unique;
 * `officialNumber` is the number of the point in the document, null where the point claims none.
 */
export type Recommendation = {
  readonly key: string;
  readonly officialNumber: number | null;
  readonly field: RecommendationField;
  readonly title: LocalisedText;
  readonly text: LocalisedText;
  readonly source: RecommendationSource;
  readonly evidence: RecommendationEvidence;
};
