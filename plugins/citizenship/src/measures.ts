import type { MeasureDefinition } from '@kreisweit/plugin-kit';

const persons = {
  unit: 'person',
  rollup: 'sum',
  overTime: 'sum',
  reference: { during: 'period' },
  disclosure: 'atSource',
  reportedAt: 'district',
} as const;

/** Once more for formulas, which cannot choose a category. */
const part = { ...persons, published: false } as const;

/** The measures of the statistics of naturalisations. */
export const measures = {
  naturalisations: {
    ...persons,
    title: { de: 'Einbürgerungen', en: 'Naturalisations' },
    description: {
      de: 'Menschen, die im Lauf des Jahres Deutsche wurden, am Wohnort gezählt; auch nach dem Kontinent ihrer bisherigen Staatsangehörigkeit.',
      en: 'People who became German during the year, counted where they live; also by the continent of their former citizenship.',
    },
    caveats: {
      de: 'Wie viele Anträge gestellt werden, hängt auch von Wartezeiten der Behörden und von Änderungen des Rechts ab, auch in den Herkunftsländern. Die Türkei und Russland zählen zu Europa.',
      en: 'How many apply also depends on waiting times at the authorities and on changes of the law, also in the countries of origin. Turkey and Russia count as Europe.',
    },
    dimensions: ['regionOfOrigin'],
    informs: ['networking', 'public-relations'],
  },
  naturalisationsFromAfrica: {
    ...part,
    title: { de: 'Einbürgerungen, bisher Afrika', en: 'Naturalisations, formerly Africa' },
  },
  naturalisationsFromAsia: {
    ...part,
    title: { de: 'Einbürgerungen, bisher Asien', en: 'Naturalisations, formerly Asia' },
  },
  naturalisationsFromEurope: {
    ...part,
    title: { de: 'Einbürgerungen, bisher Europa', en: 'Naturalisations, formerly Europe' },
  },
} as const satisfies Record<string, MeasureDefinition<'naturalisations'>>;

export type Measure = keyof typeof measures;
