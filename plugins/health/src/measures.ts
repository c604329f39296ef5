import type { MeasureDefinition } from '@kreisweit/plugin-kit';

/** Findings about the health of children are sensitive: the smallest count is higher than usual. */
const children = {
  unit: 'person',
  rollup: 'sum',
  overTime: 'none',
  reference: { schoolYear: 'end' },
  disclosure: { minimum: 5 },
  reportedAt: 'district',
  informs: ['data'],
} as const;

/** Beside the count of children examined this one would tell the number of the others, however few they are. */
const part = { ...children, published: false } as const;

/** Children examined before school by the language of their family, and what was found. */
export const measures = {
  examinedGerman: {
    title: {
      de: 'Untersuchte Kinder mit deutscher Familiensprache',
      en: 'Children examined with German as family language',
    },
    description: {
      de: 'Kinder, die bei der Schuleingangsuntersuchung waren und in deren Familie vorrangig Deutsch gesprochen wird. Kinder ohne Angabe zählen nirgends mit. Das Jahr ist das, in dem das Schuljahr der Untersuchung endet.',
      en: 'Children who were at the school entrance examination and in whose families mainly German is spoken. Children of whom this is not known are not counted anywhere. The year is that in which the school year of the examination ends.',
    },
    ...children,
  },
  examinedOther: {
    title: {
      de: 'Untersuchte Kinder mit anderer Familiensprache',
      en: 'Children examined with another family language',
    },
    description: {
      de: 'Kinder, die bei der Schuleingangsuntersuchung waren und in deren Familie vorrangig eine andere Sprache als Deutsch gesprochen wird.',
      en: 'Children who were at the school entrance examination and in whose families mainly another language than German is spoken.',
    },
    ...children,
  },
  fullCheckupGerman: {
    title: {
      de: 'Kinder mit allen Vorsorgeuntersuchungen, deutsche Familiensprache',
      en: 'Children with all early check-ups, German as family language',
    },
    description: {
      de: 'Untersuchte Kinder mit deutscher Familiensprache, deren gelbes Heft alle Vorsorgeuntersuchungen bis zur U9 enthält.',
      en: 'Children examined with German as family language whose check-up booklet holds all check-ups up to the U9.',
    },
    ...part,
  },
  fullCheckupOther: {
    title: {
      de: 'Kinder mit allen Vorsorgeuntersuchungen, andere Familiensprache',
      en: 'Children with all early check-ups, another family language',
    },
    description: {
      de: 'Untersuchte Kinder mit anderer Familiensprache, deren gelbes Heft alle Vorsorgeuntersuchungen bis zur U9 enthält.',
      en: 'Children examined with another family language whose check-up booklet holds all check-ups up to the U9.',
    },
    ...part,
  },
  overweightGerman: {
    title: {
      de: 'Übergewichtige Kinder mit deutscher Familiensprache',
      en: 'Overweight children with German as family language',
    },
    description: {
      de: 'Untersuchte Kinder mit deutscher Familiensprache, die für ihr Alter und Geschlecht übergewichtig oder stark übergewichtig (adipös) sind.',
      en: 'Children examined with German as family language who are overweight or obese for their age and sex.',
    },
    ...part,
  },
  overweightOther: {
    title: {
      de: 'Übergewichtige Kinder mit anderer Familiensprache',
      en: 'Overweight children with another family language',
    },
    description: {
      de: 'Untersuchte Kinder mit anderer Familiensprache, die für ihr Alter und Geschlecht übergewichtig oder stark übergewichtig (adipös) sind.',
      en: 'Children examined with another family language who are overweight or obese for their age and sex.',
    },
    ...part,
  },
  supportNeedGerman: {
    title: {
      de: 'Kinder mit Sprachförderbedarf, deutsche Familiensprache',
      en: 'Children who need language support, German as family language',
    },
    description: {
      de: 'Untersuchte Kinder mit deutscher Familiensprache, denen die Untersuchung intensive Sprachförderung vor der Schule empfiehlt.',
      en: 'Children examined with German as family language for whom the examination recommends intensive language support before school.',
    },
    ...part,
  },
  supportNeedOther: {
    title: {
      de: 'Kinder mit Sprachförderbedarf, andere Familiensprache',
      en: 'Children who need language support, another family language',
    },
    description: {
      de: 'Untersuchte Kinder mit anderer Familiensprache, denen die Untersuchung intensive Sprachförderung vor der Schule empfiehlt.',
      en: 'Children examined with another family language for whom the examination recommends intensive language support before school.',
    },
    ...part,
  },
} as const satisfies Record<string, MeasureDefinition>;

/** The name of a measure of this plug-in. */
export type HealthMeasure = keyof typeof measures;
