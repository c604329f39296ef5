import type { LocalisedText } from '../localised-text.ts';

/**
 * A source that is consistent in itself. Two statistics about the same subject (census and population update) are
 * never one measure. `populationBase` names who is counted: ratios across bases are refused (rule 14).
 */
export type Statistic = {
  readonly key: string;
  readonly title: LocalisedText;
  /** EVAS code, five digits, where the source has one. */
  readonly code: string | null;
  readonly institute: string;
  readonly licence: string;
  readonly populationBase: string;
  readonly url: string | null;
};
