import type { ColumnMapping, MeasureDefinition } from '@kreisweit/plugin-kit';
import { bySex } from './by-sex.ts';
import type { Statistic } from './statistics.ts';

/**
 * The age groups of which the young (under 18) and the old (65 and over) are made, by the ending of their measures. A formula
 * cannot choose a category, so that each of them is a measure of its own, and the formulas add these up.
 */
const ages = {
  Under3: { row: 'unter 3 Jahre', en: 'under 3 years' },
  Aged3To5: { row: '3 bis unter 6 Jahre', en: '3 to under 6 years' },
  Aged6To9: { row: '6 bis unter 10 Jahre', en: '6 to under 10 years' },
  Aged10To14: { row: '10 bis unter 15 Jahre', en: '10 to under 15 years' },
  Aged15To17: { row: '15 bis unter 18 Jahre', en: '15 to under 18 years' },
  Aged65To69: { row: '65 bis unter 70 Jahre', en: '65 to under 70 years' },
  Aged70To74: { row: '70 bis unter 75 Jahre', en: '70 to under 75 years' },
  Aged75To79: { row: '75 bis unter 80 Jahre', en: '75 to under 80 years' },
  Aged80To84: { row: '80 bis unter 85 Jahre', en: '80 to under 85 years' },
  Aged85To89: { row: '85 bis unter 90 Jahre', en: '85 to under 90 years' },
  Aged90Plus: { row: '90 Jahre und mehr', en: '90 years and over' },
} as const;

type Age = keyof typeof ages;
type People = 'residents' | 'foreigners';

/** The names of the measures of single age groups, such as `foreignersUnder3`. */
export type AgePart = `${People}${Age}`;

const peoples = {
  residents: {
    header: 'Insgesamt',
    de: 'Einwohnerinnen und Einwohner',
    en: 'Residents',
  },
  foreigners: {
    header: 'Ausländer(innen)',
    de: 'Ausländerinnen und Ausländer',
    en: 'Foreign residents',
  },
} as const;

const parts = Object.keys(peoples).flatMap((people) =>
  Object.keys(ages).map((age) => [people as People, age as Age] as const),
);

/** The measures of single age groups; published is what formulas make of them. */
export function agePartMeasures(
  common: Omit<MeasureDefinition<Statistic>, 'title' | 'dimensions' | 'published'>,
): Readonly<Record<AgePart, MeasureDefinition<Statistic>>> {
  const measures = parts.map(([people, age]) => {
    const { de, en } = peoples[people];
    const title = { de: `${de}, ${ages[age].row}`, en: `${en}, ${ages[age].en}` };
    return [`${people}${age}`, { ...common, title, dimensions: ['sex'], published: false }];
  });
  return Object.fromEntries(measures) as Record<AgePart, MeasureDefinition<Statistic>>;
}

/** Where the table 12411-03-03-4 holds them: beside the same columns as all ages, in the rows of the age group. */
export const agePartColumns: readonly ColumnMapping<AgePart>[] = parts.flatMap(([people, age]) =>
  bySex(`${people}${age}`, [peoples[people].header], [ages[age].row]),
);
