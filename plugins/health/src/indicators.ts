import { add, type IndicatorDefinition, share } from '@kreisweit/plugin-kit';
import type { HealthMeasure } from './measures.ts';

const rate = { unit: 'percent', decimals: 1, informs: ['data'] } as const;

/** What must be known before districts are compared. */
const caveats = {
  de: 'Die Länder untersuchen mit verschiedenen Verfahren, und nicht überall werden alle Kinder untersucht: Nur innerhalb eines Landes und über wenige Jahre vergleichen.',
  en: 'The states examine in different ways, and not all children are examined everywhere: compare within one state and over few years only.',
} as const;

/**
 * Shares for each family language. There is none for all children: beside it and one of the languages the other one could be
 * worked out, also where it is hidden.
 */
export const indicators = {
  otherLanguageShare: {
    title: {
      de: 'Anteil der untersuchten Kinder mit anderer Familiensprache',
      en: 'Share of children examined with another family language',
    },
    description: {
      de: 'Bei wie vielen von 100 untersuchten Kindern in der Familie vorrangig eine andere Sprache als Deutsch gesprochen wird.',
      en: 'For how many of 100 children examined the family mainly speaks another language than German.',
    },
    caveats,
    ...rate,
    formula: (m) => share(m.examinedOther, add(m.examinedGerman, m.examinedOther)),
  },
  fullCheckupShareGerman: {
    title: {
      de: 'Anteil mit vollständiger Vorsorge, deutsche Familiensprache',
      en: 'Share with complete check-ups, German as family language',
    },
    description: {
      de: 'Wie viele von 100 untersuchten Kindern mit deutscher Familiensprache alle Vorsorgeuntersuchungen bis zur U9 hatten.',
      en: 'How many of 100 children examined with German as family language had all early check-ups up to the U9.',
    },
    direction: 'higherIsBetter',
    caveats,
    ...rate,
    formula: (m) => share(m.fullCheckupGerman, m.examinedGerman),
  },
  fullCheckupShareOther: {
    title: {
      de: 'Anteil mit vollständiger Vorsorge, andere Familiensprache',
      en: 'Share with complete check-ups, another family language',
    },
    description: {
      de: 'Wie viele von 100 untersuchten Kindern mit anderer Familiensprache alle Vorsorgeuntersuchungen bis zur U9 hatten.',
      en: 'How many of 100 children examined with another family language had all early check-ups up to the U9.',
    },
    direction: 'higherIsBetter',
    caveats: {
      de: 'Kinder, die erst später zugezogen sind, haben oft kein Vorsorgeheft: Das senkt den Anteil. Nur innerhalb eines Landes vergleichen.',
      en: 'Children who moved here later often have no check-up booklet, which lowers the share. Compare within one state only.',
    },
    ...rate,
    formula: (m) => share(m.fullCheckupOther, m.examinedOther),
  },
  overweightShareGerman: {
    title: {
      de: 'Anteil übergewichtiger Kinder, deutsche Familiensprache',
      en: 'Share of overweight children, German as family language',
    },
    description: {
      de: 'Wie viele von 100 untersuchten Kindern mit deutscher Familiensprache für ihr Alter und Geschlecht übergewichtig oder stark übergewichtig (adipös) sind.',
      en: 'How many of 100 children examined with German as family language are overweight or obese for their age and sex.',
    },
    direction: 'lowerIsBetter',
    caveats,
    ...rate,
    formula: (m) => share(m.overweightGerman, m.examinedGerman),
  },
  overweightShareOther: {
    title: {
      de: 'Anteil übergewichtiger Kinder, andere Familiensprache',
      en: 'Share of overweight children, another family language',
    },
    description: {
      de: 'Wie viele von 100 untersuchten Kindern mit anderer Familiensprache für ihr Alter und Geschlecht übergewichtig oder stark übergewichtig (adipös) sind.',
      en: 'How many of 100 children examined with another family language are overweight or obese for their age and sex.',
    },
    direction: 'lowerIsBetter',
    caveats,
    ...rate,
    formula: (m) => share(m.overweightOther, m.examinedOther),
  },
  supportNeedShareGerman: {
    title: {
      de: 'Anteil mit Sprachförderbedarf, deutsche Familiensprache',
      en: 'Share who need language support, German as family language',
    },
    description: {
      de: 'Wie viele von 100 untersuchten Kindern mit deutscher Familiensprache vor der Schule intensive Sprachförderung brauchen.',
      en: 'How many of 100 children examined with German as family language need intensive language support before school.',
    },
    direction: 'lowerIsBetter',
    caveats,
    ...rate,
    formula: (m) => share(m.supportNeedGerman, m.examinedGerman),
  },
  supportNeedShareOther: {
    title: {
      de: 'Anteil mit Sprachförderbedarf, andere Familiensprache',
      en: 'Share who need language support, another family language',
    },
    description: {
      de: 'Wie viele von 100 untersuchten Kindern mit anderer Familiensprache vor der Schule intensive Sprachförderung brauchen.',
      en: 'How many of 100 children examined with another family language need intensive language support before school.',
    },
    direction: 'lowerIsBetter',
    caveats,
    ...rate,
    informs: ['strategy', 'data'],
    formula: (m) => share(m.supportNeedOther, m.examinedOther),
  },
} as const satisfies Record<string, IndicatorDefinition<HealthMeasure>>;
