import type { MeasureDefinition } from '@kreisweit/plugin-kit';

const children = {
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '03-01' },
  disclosure: { minimum: 3 },
  reportedAt: 'municipality',
  informs: ['data'],
} as const;

/** Beside the count of all children this one would tell the number of the others, however few they are. */
const part = { ...children, published: false } as const;

/** Children of two ages on 1 March: who lives here, and who is looked after here. */
export const measures = {
  childrenUnder3: {
    title: { de: 'Kinder unter 3 Jahren', en: 'Children under 3' },
    description: {
      de: 'Kinder unter 3 Jahren, die am 1. März hier wohnen, nach dem Melderegister.',
      en: 'Children under 3 who live here on 1 March, from the residents’ register.',
    },
    ...children,
  },
  children3To5: {
    title: { de: 'Kinder von 3 bis unter 6 Jahren', en: 'Children aged 3 to under 6' },
    description: {
      de: 'Kinder von 3 bis unter 6 Jahren, die am 1. März hier wohnen, nach dem Melderegister.',
      en: 'Children aged 3 to under 6 who live here on 1 March, from the residents’ register.',
    },
    ...children,
  },
  migrationChildrenUnder3: {
    title: {
      de: 'Kinder unter 3 Jahren mit Migrationshintergrund',
      en: 'Children under 3 with a migration background',
    },
    description: {
      de: 'Kinder unter 3 Jahren, die am 1. März hier wohnen und von denen mindestens ein Elternteil aus dem Ausland stammt.',
      en: 'Children under 3 who live here on 1 March and at least one of whose parents comes from abroad.',
    },
    ...part,
  },
  migrationChildren3To5: {
    title: {
      de: 'Kinder von 3 bis unter 6 Jahren mit Migrationshintergrund',
      en: 'Children aged 3 to under 6 with a migration background',
    },
    description: {
      de: 'Kinder von 3 bis unter 6 Jahren, die am 1. März hier wohnen und von denen mindestens ein Elternteil aus dem Ausland stammt.',
      en: 'Children aged 3 to under 6 who live here on 1 March and at least one of whose parents comes from abroad.',
    },
    ...part,
  },
  inCareUnder3: {
    title: { de: 'Betreute Kinder unter 3 Jahren', en: 'Children under 3 in day care' },
    description: {
      de: 'Kinder unter 3 Jahren, die am 1. März hier in einer Kita oder in Kindertagespflege betreut werden, wo auch immer sie wohnen.',
      en: 'Children under 3 in a day-care centre or with a childminder here on 1 March, wherever they live.',
    },
    ...part,
  },
  inCare3To5: {
    title: { de: 'Betreute Kinder von 3 bis unter 6 Jahren', en: 'Children aged 3 to under 6 in day care' },
    description: {
      de: 'Kinder von 3 bis unter 6 Jahren, die am 1. März hier in einer Kita oder in Kindertagespflege betreut werden, wo auch immer sie wohnen.',
      en: 'Children aged 3 to under 6 in a day-care centre or with a childminder here on 1 March, wherever they live.',
    },
    ...part,
  },
  migrationInCareUnder3: {
    title: {
      de: 'Betreute Kinder unter 3 Jahren mit Migrationshintergrund',
      en: 'Children under 3 with a migration background in day care',
    },
    description: {
      de: 'Hier betreute Kinder unter 3 Jahren, von denen mindestens ein Elternteil aus dem Ausland stammt, am 1. März.',
      en: 'Children under 3 in day care here at least one of whose parents comes from abroad, on 1 March.',
    },
    ...part,
  },
  migrationInCare3To5: {
    title: {
      de: 'Betreute Kinder von 3 bis unter 6 Jahren mit Migrationshintergrund',
      en: 'Children aged 3 to under 6 with a migration background in day care',
    },
    description: {
      de: 'Hier betreute Kinder von 3 bis unter 6 Jahren, von denen mindestens ein Elternteil aus dem Ausland stammt, am 1. März.',
      en: 'Children aged 3 to under 6 in day care here at least one of whose parents comes from abroad, on 1 March.',
    },
    ...part,
  },
  otherLanguageInCareUnder3: {
    title: {
      de: 'Betreute Kinder unter 3 Jahren mit anderer Familiensprache',
      en: 'Children under 3 with another family language in day care',
    },
    description: {
      de: 'Hier betreute Kinder unter 3 Jahren, in deren Familie vorrangig nicht Deutsch gesprochen wird, am 1. März.',
      en: 'Children under 3 in day care here in whose families mainly another language than German is spoken, on 1 March.',
    },
    ...part,
  },
  otherLanguageInCare3To5: {
    title: {
      de: 'Betreute Kinder von 3 bis unter 6 Jahren mit anderer Familiensprache',
      en: 'Children aged 3 to under 6 with another family language in day care',
    },
    description: {
      de: 'Hier betreute Kinder von 3 bis unter 6 Jahren, in deren Familie vorrangig nicht Deutsch gesprochen wird, am 1. März.',
      en: 'Children aged 3 to under 6 in day care here in whose families mainly another language than German is spoken, on 1 March.',
    },
    ...part,
  },
} as const satisfies Record<string, MeasureDefinition>;

/** The name of a measure of this plug-in. */
export type EarlyYearsMeasure = keyof typeof measures;
