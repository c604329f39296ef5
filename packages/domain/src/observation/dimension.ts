import type { LocalisedText } from '../localised-text.ts';

/**
 * A dimension by which values are broken down. The categories of a `partition` (davon) add up to the total, a
 * `subset` (darunter) lists some of it, those of an `overlapping` one (und zwar) may count the same person twice.
 */
export type Dimension = {
  readonly key: string;
  readonly kind: 'partition' | 'subset' | 'overlapping';
  readonly title: LocalisedText;
  readonly categories: readonly { readonly key: string; readonly title: LocalisedText }[];
};

/** The code lists that all plug-ins share. */
export const dimensions: readonly Dimension[] = Object.freeze([
  {
    key: 'sex',
    kind: 'partition',
    title: { de: 'Geschlecht', en: 'Sex' },
    categories: [
      { key: 'male', title: { de: 'männlich', en: 'male' } },
      { key: 'female', title: { de: 'weiblich', en: 'female' } },
    ],
  },
]);
