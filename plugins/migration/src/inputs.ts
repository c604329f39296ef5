import type { ColumnMapping, InputDefinition } from '@kreisweit/plugin-kit';
import type { Measure } from './measures.ts';

const sexes = [
  { label: 'Insgesamt', breakdown: {} },
  { label: 'männlich', breakdown: { sex: 'male' } },
  { label: 'weiblich', breakdown: { sex: 'female' } },
] as const;

const ages = [
  { label: 'Insgesamt', breakdown: {} },
  { label: 'unter 18 Jahre', breakdown: { ageGroup6: '0-17' } },
  { label: '18 bis unter 25 Jahre', breakdown: { ageGroup6: '18-24' } },
  { label: '25 bis unter 30 Jahre', breakdown: { ageGroup6: '25-29' } },
  { label: '30 bis unter 50 Jahre', breakdown: { ageGroup6: '30-49' } },
  { label: '50 bis unter 65 Jahre', breakdown: { ageGroup6: '50-64' } },
  { label: '65 Jahre und mehr', breakdown: { ageGroup6: '65plus' } },
] as const;

const arrivals = 'Zuzüge über die Gemeindegrenzen';
const departures = 'Fortzüge über die Gemeindegrenzen';
const arrivalsFromAbroad = 'Zuzüge aus dem Ausland über die Gemeindegrenzen';
const departuresAbroad = 'Fortzüge ins Ausland über Gemeindegrenzen';

function bySexAndAge(measure: Measure, flow: string): readonly ColumnMapping<Measure>[] {
  return sexes.flatMap((sex) =>
    ages.map((age) => ({
      header: [flow, 'Geschlecht', sex.label, 'Altersgruppe (unter 18 bis 65 u.m.)', age.label],
      measure,
      breakdown: { ...sex.breakdown, ...age.breakdown },
    })),
  );
}

function bySex(measure: Measure, flow: string, rows?: readonly string[]): readonly ColumnMapping<Measure>[] {
  return sexes.map(({ label, breakdown }) => ({
    header: [flow, 'Geschlecht', label],
    ...(rows === undefined ? {} : { rows }),
    measure,
    breakdown,
  }));
}

const foreigners = ['Ausländer(innen)'];

/** The tables that the plug-in takes in. All of their values are read. */
export const inputs = {
  byMunicipality: {
    level: 'municipality',
    reader: 'genesis',
    table: '12711-01-03-5',
    columns: [...bySexAndAge('arrivals', arrivals), ...bySexAndAge('departures', departures)],
  },
  byDistrict: {
    level: 'district',
    reader: 'genesis',
    table: '12711-03-02-4',
    rowDimensions: ['nationality'],
    columns: [
      ...bySex('arrivals', arrivals),
      ...bySex('arrivalsFromAbroad', arrivalsFromAbroad),
      ...bySex('departures', departures),
      ...bySex('departuresAbroad', departuresAbroad),
      // Once more for formulas, which cannot choose a category.
      ...bySex('foreignArrivals', arrivals, foreigners),
      ...bySex('foreignDepartures', departures, foreigners),
    ],
  },
} as const satisfies Record<string, InputDefinition<'moves', Measure>>;
