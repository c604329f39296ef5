import { change, type IndicatorDefinition, lag, per, ref, share } from '@kreisweit/plugin-kit';
import type { Measure } from './measures.ts';

const percent = { unit: 'percent', decimals: 1 } as const;

const smallNumbers = {
  de: 'In vielen Kreisen werden in einem Jahr nur wenige Menschen eingebürgert: Der Wert schwankt dann stark.',
  en: 'In many districts only a few people are naturalised in a year: the value then varies a lot.',
};

/** What the plug-in publishes beside its measures. */
export const indicators = {
  naturalisationsPerThousandResidents: {
    unit: 'per_1000',
    decimals: 2,
    title: {
      de: 'Einbürgerungen je 1 000 Einwohnerinnen und Einwohner',
      en: 'Naturalisations per 1,000 residents',
    },
    description: {
      de: 'Menschen, die im Lauf des Jahres Deutsche wurden, bezogen auf 1 000 Einwohnerinnen und Einwohner am 31. Dezember davor.',
      en: 'People who became German during the year, per 1,000 residents on 31 December before it.',
    },
    caveats: {
      de: 'Wo wenige Ausländerinnen und Ausländer leben, ist der Wert immer klein: Dafür eignen sich die Einbürgerungen je 1 000 von ihnen besser.',
      en: 'Where few foreign residents live the value is always small: naturalisations per 1,000 of them suit better there.',
    },
    informs: ['networking', 'public-relations'],
    mixedBase: {
      de: 'Eingebürgerte des Jahres (Einbürgerungsstatistik), bezogen auf die Bevölkerung am 31. Dezember davor (Bevölkerungsfortschreibung).',
      en: 'People naturalised during the year (statistics of naturalisations) in relation to the population on 31 December before it (population update).',
    },
    formula: (m) => per(1000, m.naturalisations, lag(ref('population/residents'), 1)),
  },
  naturalisationsPerThousandForeigners: {
    unit: 'per_1000',
    decimals: 1,
    title: {
      de: 'Einbürgerungen je 1 000 Ausländerinnen und Ausländer',
      en: 'Naturalisations per 1,000 foreign residents',
    },
    description: {
      de: 'Menschen, die im Lauf des Jahres Deutsche wurden, bezogen auf 1 000 Einwohnerinnen und Einwohner ohne deutsche Staatsangehörigkeit am 31. Dezember davor.',
      en: 'People who became German during the year, per 1,000 residents without German citizenship on 31 December before it.',
    },
    caveats: {
      de: 'Viele Ausländerinnen und Ausländer leben noch nicht lange genug hier, um eingebürgert zu werden: Wo in den Jahren davor viele zugezogen sind, ist der Wert kleiner.',
      en: 'Many foreign residents have not lived here long enough to be naturalised: where many moved in during the years before, the value is smaller.',
    },
    informs: ['networking', 'public-relations'],
    mixedBase: {
      de: 'Eingebürgerte des Jahres (Einbürgerungsstatistik), bezogen auf die ausländische Bevölkerung am 31. Dezember davor (Bevölkerungsfortschreibung).',
      en: 'People naturalised during the year (statistics of naturalisations) in relation to the foreign population on 31 December before it (population update).',
    },
    formula: (m) => per(1000, m.naturalisations, lag(ref('population/foreigners'), 1)),
  },
  naturalisationsChange: {
    ...percent,
    title: {
      de: 'Veränderung der Einbürgerungen gegenüber dem Vorjahr',
      en: 'Change of naturalisations since the year before',
    },
    description: {
      de: 'Um wie viel Prozent mehr (über null) oder weniger (unter null) Menschen Deutsche wurden als im Jahr davor.',
      en: 'By how many per cent more (above zero) or fewer (below zero) people became German than in the year before.',
    },
    caveats: smallNumbers,
    informs: ['networking', 'public-relations'],
    formula: (m) => share(change(m.naturalisations, 1), lag(m.naturalisations, 1)),
  },
  europeShare: {
    ...percent,
    title: {
      de: 'Anteil der Einbürgerungen aus Europa',
      en: 'Share of naturalisations from Europe',
    },
    description: {
      de: 'Anteil derer, die bisher Staatsangehörige eines anderen Landes in Europa waren, an allen Eingebürgerten des Jahres; auch die Türkei zählt zu Europa.',
      en: 'Those who formerly were citizens of another country in Europe as a share of all people naturalised during the year; Turkey counts as Europe too.',
    },
    caveats: smallNumbers,
    informs: ['networking', 'public-relations'],
    formula: (m) => share(m.naturalisationsFromEurope, m.naturalisations),
  },
  asiaShare: {
    ...percent,
    title: { de: 'Anteil der Einbürgerungen aus Asien', en: 'Share of naturalisations from Asia' },
    description: {
      de: 'Anteil derer, die bisher Staatsangehörige eines Landes in Asien waren, an allen Eingebürgerten des Jahres.',
      en: 'Those who formerly were citizens of a country in Asia as a share of all people naturalised during the year.',
    },
    caveats: smallNumbers,
    informs: ['networking', 'public-relations'],
    formula: (m) => share(m.naturalisationsFromAsia, m.naturalisations),
  },
  africaShare: {
    ...percent,
    title: {
      de: 'Anteil der Einbürgerungen aus Afrika',
      en: 'Share of naturalisations from Africa',
    },
    description: {
      de: 'Anteil derer, die bisher Staatsangehörige eines Landes in Afrika waren, an allen Eingebürgerten des Jahres.',
      en: 'Those who formerly were citizens of a country in Africa as a share of all people naturalised during the year.',
    },
    caveats: smallNumbers,
    informs: ['networking', 'public-relations'],
    formula: (m) => share(m.naturalisationsFromAfrica, m.naturalisations),
  },
} as const satisfies Record<string, IndicatorDefinition<Measure>>;
