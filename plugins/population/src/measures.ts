import type { MeasureDefinition } from '@kreisweit/plugin-kit';
import { agePartMeasures } from './age-parts.ts';
import { censusMeasures } from './census-measures.ts';
import type { Statistic } from './statistics.ts';

const updated = {
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '12-31' },
  disclosure: 'atSource',
  statistic: 'update',
  apportionBy: 'population',
  breaks: [
    {
      from: '2011',
      reason: {
        de: 'Ab 2011 vom Zensus 2011 aus fortgeschrieben, davor von der Volkszählung 1987 und dem Einwohnerregister der DDR von 1990.',
        en: 'From 2011 on updated from the census of 2011, before that from the census of 1987 and the GDR population register of 1990.',
      },
    },
    {
      from: '2022',
      reason: {
        de: 'Ab 2022 vom Zensus 2022 aus fortgeschrieben, davor vom Zensus 2011.',
        en: 'From 2022 on updated from the census of 2022, before that from the census of 2011.',
      },
    },
  ],
} as const;

const updatedInDistricts = { ...updated, reportedAt: 'district' } as const;

/** The measures of the population update. */
const updateMeasures = {
  residents: {
    ...updated,
    title: { de: 'Einwohnerinnen und Einwohner', en: 'Residents' },
    description: {
      de: 'Bevölkerung am Ort der Hauptwohnung am 31. Dezember; ab 2011 auf der Grundlage des Zensus 2011, ab 2022 auf der des Zensus 2022.',
      en: 'Population at the place of main residence on 31 December; from 2011 on based on the census of 2011, from 2022 on based on that of 2022.',
    },
    caveats: {
      de: 'Nach Alter nur für Kreise und für Jahre, zu denen die Tabelle 12411-03-03-4 eingelesen ist.',
      en: 'By age only for districts, and for years of which the table 12411-03-03-4 was taken in.',
    },
    dimensions: ['sex', 'ageGroup21'],
    informs: ['data'],
  },
  foreigners: {
    ...updatedInDistricts,
    title: { de: 'Ausländerinnen und Ausländer', en: 'Foreign residents' },
    description: {
      de: 'Einwohnerinnen und Einwohner ohne deutsche Staatsangehörigkeit am 31. Dezember, nach der Bevölkerungsfortschreibung. Das Ausländerzentralregister zählt anders.',
      en: 'Residents without German citizenship on 31 December, from the population update. The central register of foreigners counts differently.',
    },
    caveats: {
      de: 'Wer eingebürgert wird, zählt nicht mehr dazu; wer die deutsche und eine andere Staatsangehörigkeit hat, zählt als deutsch.',
      en: 'Those who are naturalised are no longer counted; those who have German and another citizenship count as German.',
    },
    dimensions: ['sex', 'ageGroup21'],
    informs: ['strategy', 'data'],
  },
  germans: {
    ...updatedInDistricts,
    title: { de: 'Deutsche', en: 'German residents' },
    description: {
      de: 'Einwohnerinnen und Einwohner mit deutscher Staatsangehörigkeit am 31. Dezember, auch wenn sie noch eine andere haben.',
      en: 'Residents with German citizenship on 31 December, even if they have another one too.',
    },
    informs: ['data'],
    dimensions: ['sex', 'ageGroup21'],
  },
  foreignWomen: {
    ...updatedInDistricts,
    title: { de: 'Ausländerinnen', en: 'Foreign women' },
    published: false,
  },
} as const satisfies Record<string, MeasureDefinition<Statistic>>;

/** All measures of the plug-in. */
export const measures = {
  ...updateMeasures,
  ...agePartMeasures(updatedInDistricts),
  ...censusMeasures,
};

export type Measure = keyof typeof measures;
