import type { PlausibilityDefinition } from '@kreisweit/plugin-kit';

/** The groups overlap, but none can be larger than all unemployed. */
const sourceError = {
  de: 'Einzelne amtliche Tabellen enthalten solche Zahlen (2009: 07131, 07132, 07141; 2010: 08216; 2016: einige kleine Gemeinden): ein Fehler der Quelle.',
  en: 'Some official tables hold such figures (2009: 07131, 07132, 07141; 2010: 08216; 2016: some small municipalities): an error of the source.',
};

/** What the official tables fulfil, and where they do not, a warning. */
export const plausibility: Readonly<Record<string, PlausibilityDefinition>> = {
  foreignersAmongEmployees: {
    title: {
      de: 'Nicht mehr ausländische Beschäftigte als Beschäftigte',
      en: 'Not more foreign employees than employees',
    },
    severity: 'error',
    atMost: ['foreignEmployees', 'employees'],
  },
  foreignersAmongUnemployed: {
    title: {
      de: 'Nicht mehr arbeitslose Ausländerinnen und Ausländer als Arbeitslose',
      en: 'Not more unemployed foreigners than unemployed',
    },
    severity: 'error',
    atMost: ['unemployedForeigners', 'unemployed'],
  },
  youngAmongUnemployed: {
    title: {
      de: 'Nicht mehr Arbeitslose unter 25 Jahren als Arbeitslose',
      en: 'Not more unemployed people under 25 than unemployed',
    },
    severity: 'error',
    atMost: ['unemployedAged15To24', 'unemployed'],
  },
  youngestAmongYoung: {
    title: {
      de: 'Nicht mehr Arbeitslose unter 20 Jahren als unter 25 Jahren',
      en: 'Not more unemployed people under 20 than under 25',
    },
    severity: 'error',
    atMost: ['unemployedAged15To19', 'unemployedAged15To24'],
  },
  olderAmongUnemployed: {
    title: {
      de: 'Nicht mehr Arbeitslose von 55 bis unter 65 Jahren als Arbeitslose',
      en: 'Not more unemployed people aged 55 to under 65 than unemployed',
    },
    severity: 'error',
    atMost: ['unemployedAged55To64', 'unemployed'],
  },
  longTermAmongUnemployed: {
    title: {
      de: 'Nicht mehr Langzeitarbeitslose als Arbeitslose',
      en: 'Not more long-term unemployed than unemployed',
    },
    severity: 'warning',
    note: sourceError,
    atMost: ['longTermUnemployed', 'unemployed'],
  },
  disabledAmongUnemployed: {
    title: {
      de: 'Nicht mehr schwerbehinderte Arbeitslose als Arbeitslose',
      en: 'Not more severely disabled unemployed than unemployed',
    },
    severity: 'warning',
    note: sourceError,
    atMost: ['unemployedSeverelyDisabled', 'unemployed'],
  },
  rates: {
    title: {
      de: 'Arbeitslosenquote zwischen 0 und 100 %',
      en: 'Unemployment rate between 0 and 100 %',
    },
    severity: 'error',
    range: 'unemploymentRate',
    from: 0,
    to: 100,
  },
};
