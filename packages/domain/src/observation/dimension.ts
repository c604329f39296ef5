import type { LocalisedText } from '../localised-text.ts';

/**
 * A category of a dimension. `official` are the codes and labels by which official tables name it (`GESW`, `weiblich`,
 * `Frauen`); within a dimension they are unique.
 */
export type Category = {
  readonly key: string;
  readonly title: LocalisedText;
  readonly official: readonly string[];
};

/**
 * A dimension by which values are broken down. The categories of a `partition` (davon) add up to the total, a
 * `subset` (darunter) lists some of it, those of an `overlapping` one (und zwar) may count the same person twice.
 */
export type Dimension = {
  readonly key: string;
  readonly kind: 'partition' | 'subset' | 'overlapping';
  readonly title: LocalisedText;
  readonly categories: readonly Category[];
};
