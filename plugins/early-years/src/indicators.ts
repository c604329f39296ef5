import { type IndicatorDefinition, share } from '@kreisweit/plugin-kit';
import type { EarlyYearsMeasure } from './measures.ts';

/** Indicators for all children of both ages are left out: from them and one age the other could be worked out. */
const rate = { unit: 'percent', decimals: 1, informs: ['data'] } as const;

const careRate = {
  ...rate,
  informs: ['strategy', 'data'],
  mixedBase: {
    de: 'Betreute Kinder zählen am Ort der Betreuung, alle Kinder am Wohnort: Kinder aus Nachbarorten können die Quote über 100 % heben.',
    en: 'Children in care count at the place of care, all children where they live: children of neighbouring places can lift the rate above 100 %.',
  },
} as const;

const migration = {
  de: 'Der Migrationshintergrund der Kinder, die hier wohnen, ist oft geschätzt (etwa aus dem Melderegister): Kreise, die anders schätzen, sind nicht vergleichbar.',
  en: 'The migration background of the children who live here is often estimated (for example from the residents’ register): districts that estimate in another way are not comparable.',
} as const;

const asToldByParents = {
  de: 'Nach Angabe der Eltern; am Ort der Betreuung gezählt.',
  en: 'As the parents say; counted at the place of care.',
} as const;

/**
 * Rates and shares by age. The share with a migration background in day care is left out: beside both care rates it would tell how
 * many children without one are in no day care, however few they are.
 */
export const indicators = {
  careRateUnder3: {
    title: { de: 'Betreuungsquote unter 3 Jahren', en: 'Care rate of children under 3' },
    description: {
      de: 'Kinder unter 3 Jahren, die hier in einer Kita oder in Kindertagespflege betreut werden, je 100 Kinder dieses Alters, die hier wohnen, am 1. März.',
      en: 'Children under 3 in a day-care centre or with a childminder here, per 100 children of that age who live here, on 1 March.',
    },
    ...careRate,
    formula: (m) => share(m.inCareUnder3, m.childrenUnder3),
  },
  careRate3To5: {
    title: {
      de: 'Betreuungsquote von 3 bis unter 6 Jahren',
      en: 'Care rate of children aged 3 to under 6',
    },
    description: {
      de: 'Kinder von 3 bis unter 6 Jahren, die hier in einer Kita oder in Kindertagespflege betreut werden, je 100 Kinder dieses Alters, die hier wohnen, am 1. März.',
      en: 'Children aged 3 to under 6 in a day-care centre or with a childminder here, per 100 children of that age who live here, on 1 March.',
    },
    ...careRate,
    formula: (m) => share(m.inCare3To5, m.children3To5),
  },
  migrationCareRateUnder3: {
    title: {
      de: 'Betreuungsquote unter 3 Jahren, mit Migrationshintergrund',
      en: 'Care rate of children under 3 with a migration background',
    },
    description: {
      de: 'Betreute Kinder unter 3 Jahren mit Migrationshintergrund je 100 Kinder dieses Alters mit Migrationshintergrund, am 1. März.',
      en: 'Children under 3 with a migration background in day care per 100 children of that age with a migration background, on 1 March.',
    },
    caveats: migration,
    ...careRate,
    formula: (m) => share(m.migrationInCareUnder3, m.migrationChildrenUnder3),
  },
  migrationCareRate3To5: {
    title: {
      de: 'Betreuungsquote von 3 bis unter 6 Jahren, mit Migrationshintergrund',
      en: 'Care rate of children aged 3 to under 6 with a migration background',
    },
    description: {
      de: 'Betreute Kinder von 3 bis unter 6 Jahren mit Migrationshintergrund je 100 Kinder dieses Alters mit Migrationshintergrund, am 1. März.',
      en: 'Children aged 3 to under 6 with a migration background in day care per 100 children of that age with a migration background, on 1 March.',
    },
    caveats: migration,
    ...careRate,
    formula: (m) => share(m.migrationInCare3To5, m.migrationChildren3To5),
  },
  otherLanguageShareUnder3: {
    title: {
      de: 'Anteil mit anderer Familiensprache an den betreuten Kindern unter 3 Jahren',
      en: 'Share with another family language among children under 3 in day care',
    },
    description: {
      de: 'Bei wie vielen von 100 hier betreuten Kindern unter 3 Jahren in der Familie vorrangig eine andere Sprache als Deutsch gesprochen wird, am 1. März.',
      en: 'For how many of 100 children under 3 in day care here the family mainly speaks another language than German, on 1 March.',
    },
    caveats: asToldByParents,
    ...rate,
    formula: (m) => share(m.otherLanguageInCareUnder3, m.inCareUnder3),
  },
  otherLanguageShare3To5: {
    title: {
      de: 'Anteil mit anderer Familiensprache an den betreuten Kindern von 3 bis unter 6 Jahren',
      en: 'Share with another family language among children aged 3 to under 6 in day care',
    },
    description: {
      de: 'Bei wie vielen von 100 hier betreuten Kindern von 3 bis unter 6 Jahren in der Familie vorrangig eine andere Sprache als Deutsch gesprochen wird, am 1. März.',
      en: 'For how many of 100 children aged 3 to under 6 in day care here the family mainly speaks another language than German, on 1 March.',
    },
    caveats: asToldByParents,
    ...rate,
    formula: (m) => share(m.otherLanguageInCare3To5, m.inCare3To5),
  },
} as const satisfies Record<string, IndicatorDefinition<EarlyYearsMeasure>>;
