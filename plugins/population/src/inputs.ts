import type { ColumnMapping, InputDefinition } from '@kreisweit/plugin-kit';
import { agePartColumns } from './age-parts.ts';
import { bySex } from './by-sex.ts';
import type { Measure } from './measures.ts';
import type { Statistic } from './statistics.ts';

const citizenship: readonly ColumnMapping<Measure>[] = [
  ...bySex('censusResidents', ['Bevölkerung', 'Insgesamt']),
  ...bySex('censusGermans', ['Bevölkerung', 'Deutsche']),
  ...bySex('censusForeigners', ['Bevölkerung', 'Ausländer(innen)']),
];

const householdMembers: readonly ColumnMapping<Measure>[] = (
  [
    { measure: 'censusHouseholdMembers' },
    {
      measure: 'censusWithoutMigrationBackground',
      rows: ['Personen ohne Migrationshintergrund'],
    },
    { measure: 'censusLongStay', rows: ['20 Jahre und mehr'] },
    { measure: 'censusShortStay', rows: ['unter 5 Jahre'] },
  ] as const
).flatMap((row) =>
  [
    { label: [], breakdown: {} },
    { label: ['männlich'], breakdown: { sex: 'male' } },
    { label: ['weiblich'], breakdown: { sex: 'female' } },
    { label: ['Deutsche'], breakdown: { nationality: 'german' } },
    { label: ['Ausländer(innen)'], breakdown: { nationality: 'foreign' } },
  ].map(({ label, breakdown }) => ({
    ...row,
    header: ['Bevölkerung in privaten Haushalten', ...label],
    breakdown,
  })),
);

const sampled = { content: 'LBFMZ01', factor: 1000 } as const;

/** The tables that the plug-in takes in. All of their values are read. */
export const inputs = {
  residentsByMunicipality: {
    statistic: 'update',
    level: 'municipality',
    reader: 'genesis',
    table: '12411-01-01-5',
    columns: bySex('residents'),
  },
  residentsByDistrict: {
    statistic: 'update',
    level: 'district',
    reader: 'genesis',
    table: '12411-01-01-4',
    columns: bySex('residents'),
  },
  foreignersByDistrict: {
    statistic: 'update',
    level: 'district',
    reader: 'genesis',
    table: '12411-03-03-4',
    rowDimensions: ['ageGroup21'],
    columns: [
      ...bySex('residents', ['Insgesamt']),
      ...bySex('germans', ['Deutsche']),
      ...bySex('foreigners', ['Ausländer(innen)']),
      { header: ['Ausländer(innen)', 'weiblich'], rows: ['Insgesamt'], measure: 'foreignWomen' },
      ...agePartColumns,
    ],
  },
  residentsByDistrictFlat: {
    statistic: 'update',
    level: 'district',
    reader: 'genesis-flat',
    table: '12411-01-01-4',
    values: [{ content: 'BEVSTD', measure: 'residents', dimensions: { GES: 'sex' } }],
  },
  censusByMunicipality: {
    statistic: 'census2011',
    level: 'municipality',
    reader: 'genesis',
    table: '12111-01-01-5',
    accuracy: { perturbed: true },
    columns: citizenship,
  },
  censusByDistrict: {
    statistic: 'census2011',
    level: 'district',
    reader: 'genesis',
    table: '12111-01-01-4',
    accuracy: { perturbed: true },
    columns: citizenship,
  },
  migrationBackgroundByDistrict: {
    statistic: 'censusHouseholds2011',
    level: 'district',
    reader: 'genesis',
    table: '12111-08-01-4',
    accuracy: { roundedTo: 10 },
    rowDimensions: ['migrationBackground'],
    columns: householdMembers,
  },
  census2022ByMunicipality: {
    statistic: 'census2022',
    level: 'municipality',
    reader: 'genesis-flat',
    table: '1000A-0000',
    accuracy: { perturbed: true },
    // Germany and its municipalities stand under two codes, which the office gives to the same number.
    values: [
      { content: 'PRS001', measure: 'census2022Residents' },
      { content: 'PRS018', measure: 'census2022Residents' },
    ],
  },
  livingArrangementsByDistrict: {
    statistic: 'mikrozensus',
    level: 'district',
    reader: 'genesis-flat',
    table: '12211-Z-11',
    accuracy: { roundedTo: 1000 },
    values: [
      { ...sampled, where: { LBFORM01: 'LB-INS' }, measure: 'livingArrangements' },
      { ...sampled, dimensions: { LBFORM01: 'familyForm' }, measure: 'livingArrangements' },
      { ...sampled, where: { LBFORM01: 'FAMILIEN' }, measure: 'families' },
      { ...sampled, where: { LBFORM01: 'ALLEINST' }, measure: 'livingAlone' },
    ],
  },
} as const satisfies Record<string, InputDefinition<Statistic, Measure>>;
