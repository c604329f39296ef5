import type { Indicator, LocalisedText } from '@kreisweit/domain';
import type { Identified } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { formulaText } from '../indicator/formula-text.ts';
import { languageArgument, optionalLocalisedField } from './localised-field.ts';

const EARLIER = {
  de: (periods: number) => `${periods} ${periods === 1 ? 'Periode' : 'Perioden'} davor`,
  en: (periods: number) => `${periods} ${periods === 1 ? 'period' : 'periods'} earlier`,
} satisfies Record<keyof LocalisedText, unknown>;

/** The formula of an indicator, down to measures. */
export const Formula = builder.objectRef<Identified<Indicator>>('Formula').implement({
  description: 'The formula of an indicator, down to measures: for people and for programs.',
  fields: (t) => ({
    text: t.string({
      description:
        'The formula with the keys of measures: `100 * population/foreigners / population/residents`.',
      resolve: ({ resolved }) => formulaText(resolved),
    }),
    title: t.string({
      description: 'The formula with the titles of measures: `100 * Ausländer / Einwohner`.',
      args: { lang: languageArgument(t) },
      resolve: async ({ resolved, asOf }, { lang }, context) => {
        const { measures } = await context.catalogue(asOf);
        const nameOf = (key: string): string => measures.get(key)?.title[lang] ?? key;
        return formulaText(resolved, { nameOf, earlier: EARLIER[lang] });
      },
    }),
    json: t.string({
      description:
        'The formula as a tree, in JSON: `op` is const, measure, add, subtract, multiply, divide, share (100 * part / whole), per (factor * numerator / denominator) lag (`of`, so many `periods` earlier), change (`of` less itself so many `periods` earlier) or index (`of` in percent of itself in the period `base`).',
      resolve: ({ resolved }) => JSON.stringify(resolved),
    }),
    decimals: t.exposeInt('decimals', {
      description: 'To how many decimals the result is rounded, half away from zero.',
    }),
    mixedBase: optionalLocalisedField(
      t,
      'Why numerator and denominator count different populations, where they do.',
      ({ mixedBase }) => mixedBase,
    ),
  }),
});
