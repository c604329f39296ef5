import {
  add,
  type Formula,
  type IndicatorDefinition,
  type MeasureRefs,
  ref,
  share,
  subtract,
} from '@kreisweit/plugin-kit';
import type { Measure } from './measures.ts';

type Refs = MeasureRefs<Measure>;

const total = (parts: readonly Formula[]): Formula => parts.reduce(add);

const residentsUnder18 = (m: Refs): Formula =>
  total([
    m.residentsUnder3,
    m.residentsAged3To5,
    m.residentsAged6To9,
    m.residentsAged10To14,
    m.residentsAged15To17,
  ]);

const residents65Plus = (m: Refs): Formula =>
  total([
    m.residentsAged65To69,
    m.residentsAged70To74,
    m.residentsAged75To79,
    m.residentsAged80To84,
    m.residentsAged85To89,
    m.residentsAged90Plus,
  ]);

const foreignersUnder18 = (m: Refs): Formula =>
  total([
    m.foreignersUnder3,
    m.foreignersAged3To5,
    m.foreignersAged6To9,
    m.foreignersAged10To14,
    m.foreignersAged15To17,
  ]);

const foreigners65Plus = (m: Refs): Formula =>
  total([
    m.foreignersAged65To69,
    m.foreignersAged70To74,
    m.foreignersAged75To79,
    m.foreignersAged80To84,
    m.foreignersAged85To89,
    m.foreignersAged90Plus,
  ]);

const persons = { unit: 'person', decimals: 0 } as const;
const percent = { unit: 'percent', decimals: 1 } as const;

/** The young, the old and those between, of all residents and of foreign residents. */
export const ageIndicators = {
  residentsUnder18: {
    ...persons,
    title: { de: 'Kinder und Jugendliche (unter 18 Jahren)', en: 'Residents under 18' },
    description: {
      de: 'Einwohnerinnen und Einwohner unter 18 Jahren am 31. Dezember.',
      en: 'Residents under 18 years of age on 31 December.',
    },
    informs: ['strategy'],
    formula: residentsUnder18,
  },
  residents65Plus: {
    ...persons,
    title: { de: 'Ältere Menschen (65 Jahre und mehr)', en: 'Residents aged 65 and over' },
    description: {
      de: 'Einwohnerinnen und Einwohner im Alter von 65 Jahren und mehr am 31. Dezember.',
      en: 'Residents aged 65 and over on 31 December.',
    },
    informs: ['strategy'],
    formula: residents65Plus,
  },
  residents18To64: {
    ...persons,
    title: { de: 'Menschen von 18 bis unter 65 Jahren', en: 'Residents aged 18 to under 65' },
    description: {
      de: 'Einwohnerinnen und Einwohner im Alter von 18 bis unter 65 Jahren am 31. Dezember.',
      en: 'Residents aged 18 to under 65 on 31 December.',
    },
    informs: ['strategy'],
    formula: (m) => subtract(m.residents, add(residentsUnder18(m), residents65Plus(m))),
  },
  foreignersUnder18: {
    ...persons,
    title: {
      de: 'Ausländische Kinder und Jugendliche (unter 18 Jahren)',
      en: 'Foreign residents under 18',
    },
    description: {
      de: 'Einwohnerinnen und Einwohner unter 18 Jahren ohne deutsche Staatsangehörigkeit am 31. Dezember.',
      en: 'Residents under 18 years of age without German citizenship on 31 December.',
    },
    informs: ['strategy'],
    formula: foreignersUnder18,
  },
  foreigners65Plus: {
    ...persons,
    title: {
      de: 'Ältere Ausländerinnen und Ausländer (65 Jahre und mehr)',
      en: 'Foreign residents aged 65 and over',
    },
    description: {
      de: 'Einwohnerinnen und Einwohner im Alter von 65 Jahren und mehr ohne deutsche Staatsangehörigkeit am 31. Dezember.',
      en: 'Residents aged 65 and over without German citizenship on 31 December.',
    },
    informs: ['strategy'],
    formula: foreigners65Plus,
  },
  foreigners18To64: {
    ...persons,
    title: {
      de: 'Ausländerinnen und Ausländer von 18 bis unter 65 Jahren',
      en: 'Foreign residents aged 18 to under 65',
    },
    description: {
      de: 'Einwohnerinnen und Einwohner im Alter von 18 bis unter 65 Jahren ohne deutsche Staatsangehörigkeit am 31. Dezember.',
      en: 'Residents aged 18 to under 65 without German citizenship on 31 December.',
    },
    informs: ['strategy'],
    formula: (m) => subtract(m.foreigners, add(foreignersUnder18(m), foreigners65Plus(m))),
  },
  youngShare: {
    ...percent,
    title: { de: 'Anteil der Kinder und Jugendlichen', en: 'Share of residents under 18' },
    description: {
      de: 'Anteil der unter 18-Jährigen an allen Einwohnerinnen und Einwohnern am 31. Dezember.',
      en: 'Residents under 18 as a share of all residents on 31 December.',
    },
    informs: ['strategy'],
    formula: (m) => share(ref('population/residentsUnder18'), m.residents),
  },
  foreignYoungShare: {
    ...percent,
    title: {
      de: 'Anteil der Kinder und Jugendlichen unter den Ausländerinnen und Ausländern',
      en: 'Share of people under 18 among foreign residents',
    },
    description: {
      de: 'Anteil der unter 18-Jährigen an allen Einwohnerinnen und Einwohnern ohne deutsche Staatsangehörigkeit am 31. Dezember.',
      en: 'Residents under 18 as a share of all residents without German citizenship on 31 December.',
    },
    caveats: {
      de: 'In Deutschland geborene Kinder ausländischer Eltern sind seit dem Jahr 2000 oft von Geburt an auch deutsch und zählen dann als Deutsche.',
      en: 'Since 2000 children born in Germany to foreign parents are often German from birth too and then count as Germans.',
    },
    informs: ['strategy'],
    formula: (m) => share(ref('population/foreignersUnder18'), m.foreigners),
  },
  foreignShareUnder18: {
    ...percent,
    title: {
      de: 'Ausländeranteil unter Kindern und Jugendlichen',
      en: 'Share of foreign residents among people under 18',
    },
    description: {
      de: 'Anteil der Kinder und Jugendlichen ohne deutsche Staatsangehörigkeit an allen unter 18 Jahren am 31. Dezember.',
      en: 'Residents under 18 without German citizenship as a share of all under 18 on 31 December.',
    },
    informs: ['strategy', 'competence'],
    formula: () => share(ref('population/foreignersUnder18'), ref('population/residentsUnder18')),
  },
  olderShare: {
    ...percent,
    title: { de: 'Anteil der Älteren', en: 'Share of people aged 65 and over' },
    description: {
      de: 'Anteil der Menschen im Alter von 65 Jahren und mehr an allen Einwohnerinnen und Einwohnern am 31. Dezember.',
      en: 'Residents aged 65 and over as a share of all residents on 31 December.',
    },
    informs: ['strategy'],
    formula: (m) => share(ref('population/residents65Plus'), m.residents),
  },
  foreignOlderShare: {
    ...percent,
    title: {
      de: 'Anteil der Älteren unter den Ausländerinnen und Ausländern',
      en: 'Share of people aged 65 and over among foreign residents',
    },
    description: {
      de: 'Anteil der Menschen im Alter von 65 Jahren und mehr an allen Einwohnerinnen und Einwohnern ohne deutsche Staatsangehörigkeit am 31. Dezember.',
      en: 'Residents aged 65 and over as a share of all residents without German citizenship on 31 December.',
    },
    informs: ['strategy'],
    formula: (m) => share(ref('population/foreigners65Plus'), m.foreigners),
  },
} as const satisfies Record<string, IndicatorDefinition<Measure>>;
