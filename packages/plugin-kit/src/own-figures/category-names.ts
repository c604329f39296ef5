import { dimensionOf, isOfficialTotal, officialCategory } from '@kreisweit/domain';
import { didYouMean } from '../registration/did-you-mean.ts';
import { folded } from './own-columns.ts';
import { remembered } from './remembered.ts';

/** The key of the category that a text means, null for the total, or what is wrong with the text. */
export type NamedCategory = { readonly category: string | null } | { readonly problem: string };

const TOTALS: ReadonlySet<string> = new Set(['', 'insgesamt', 'total']);

/**
 * Reads the categories of a dimension as people write them: the key, the title in German or English (both whatever the
 * case), or a code or label of the official tables. Nothing, `Insgesamt` and `total` are the total.
 */
export function categoryNames(dimension: string): (text: string) => NamedCategory {
  const categories = dimensionOf(dimension)?.categories ?? [];
  const named = new Map(
    categories.flatMap(({ key, title }) =>
      [title.en, title.de, key].map((text): [string, string] => [folded(text), key]),
    ),
  );
  return remembered((text) => {
    const name = folded(text);
    if (TOTALS.has(name) || isOfficialTotal(text)) return { category: null };
    const category = named.get(name) ?? officialCategory(dimension, text)?.key;
    if (category !== undefined) return { category };
    const titles = categories.flatMap(({ key, title }) => [title.de, title.en, key]);
    const known = categories.map(({ title }) => title.de).join(', ');
    return {
      problem: `'${text}' is no category of ${dimension}${didYouMean(text, titles) || `: write one of ${known}`}`,
    };
  });
}
