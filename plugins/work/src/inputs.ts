import type { Breakdown, CodedMapping, ColumnMapping, InputDefinition } from '@kreisweit/plugin-kit';
import type { WorkMeasure } from './measures.ts';
import type { WorkStatistic } from './statistics.ts';

type Columns = readonly ColumnMapping<WorkMeasure>[];

const sexes = [
  { label: 'Insgesamt', breakdown: {} },
  { label: 'männlich', breakdown: { sex: 'male' } },
  { label: 'weiblich', breakdown: { sex: 'female' } },
] as const;

const ofAll = ['Nationalität', 'Insgesamt', 'Geschlecht'] as const;
const ofForeigners = ['Nationalität', 'Ausländer(innen)', 'Geschlecht'] as const;
const foreign: Breakdown = { nationality: 'foreign' };

function bySex(measure: WorkMeasure, above: readonly string[], of: Breakdown = {}): Columns {
  return sexes.map(({ label, breakdown }) => ({
    header: [...above, label],
    measure,
    breakdown: { ...of, ...breakdown },
  }));
}

/** The columns of the tables 13111-01-03-4 and -5. Those below come once more for formulas, which cannot choose a category. */
const employeesByNationalityAndSex: Columns = [
  ...bySex('employees', ofAll),
  ...bySex('employees', ofForeigners, foreign),
  ...bySex('foreignEmployees', ofForeigners),
  { header: [...ofAll, 'weiblich'], measure: 'employedWomen' },
  { header: [...ofForeigners, 'weiblich'], measure: 'foreignEmployedWomen' },
];

const employees = { content: 'ERW032' } as const;

/** The same values in a flat file: an empty code is the total. */
const employeesByCode: readonly CodedMapping<WorkMeasure>[] = [
  { ...employees, measure: 'employees', dimensions: { NAT: 'nationality', GES: 'sex' } },
  { ...employees, measure: 'foreignEmployees', where: { NAT: 'NATA' }, dimensions: { GES: 'sex' } },
  { ...employees, measure: 'employedWomen', where: { NAT: '', GES: 'GESW' } },
  { ...employees, measure: 'foreignEmployedWomen', where: { NAT: 'NATA', GES: 'GESW' } },
];

/** The groups of unemployed, by their labels in the tables. */
const groups = [
  ['schwerbehindert', 'unemployedSeverelyDisabled'],
  ['15 bis unter 20 Jahre', 'unemployedAged15To19'],
  ['15 bis unter 25 Jahre', 'unemployedAged15To24'],
  ['55 bis unter 65 Jahre', 'unemployedAged55To64'],
  ['langzeitarbeitslos', 'longTermUnemployed'],
] as const;

/** The columns of unemployed: `all` is the header of their number, `above` what stands above the groups. */
function unemployedByGroup(all: string, above: readonly string[]): Columns {
  return [
    { header: [all], measure: 'unemployed' },
    { header: [...above, 'Ausländer'], measure: 'unemployed', breakdown: foreign },
    { header: [...above, 'Ausländer'], measure: 'unemployedForeigners' },
    ...groups.map(([label, measure]) => ({ header: [...above, label], measure })),
  ];
}

const unemployedAlone = unemployedByGroup('Arbeitslose insgesamt', ['Arbeitslose', 'und zwar']);
const unemployedBesideRates = unemployedByGroup('Arbeitslose', ['Arbeitslose']);

const rate = 'Arbeitslosenquote bez. auf alle zivile Erwerbsp.';

const rates: Columns = [
  { header: ['Arbeitslosenquote bez. abh. zivile Erwerbspers.'], measure: 'unemploymentRateOfDependent' },
  { header: [rate], measure: 'unemploymentRate' },
  { header: [rate, 'Männer'], measure: 'unemploymentRate', breakdown: { sex: 'male' } },
  { header: [rate, 'Frauen'], measure: 'unemploymentRate', breakdown: { sex: 'female' } },
  { header: [rate, 'Ausländer'], measure: 'unemploymentRate', breakdown: foreign },
  { header: [rate, 'Männer'], measure: 'unemploymentRateOfMen' },
  { header: [rate, 'Frauen'], measure: 'unemploymentRateOfWomen' },
  { header: [rate, 'Ausländer'], measure: 'unemploymentRateOfForeigners' },
  { header: [rate, '15 bis unter 25 Jahre'], measure: 'youthUnemploymentRate' },
];

/** The files that the plug-in takes in. All of their values are read. */
export const inputs = {
  employeesByMunicipality: {
    statistic: 'employment',
    level: 'municipality',
    reader: 'genesis',
    table: '13111-01-03-5',
    columns: employeesByNationalityAndSex,
  },
  employeesByDistrict: {
    statistic: 'employment',
    level: 'district',
    reader: 'genesis',
    table: '13111-01-03-4',
    columns: employeesByNationalityAndSex,
  },
  employeesFlat: {
    statistic: 'employment',
    level: 'district',
    reader: 'genesis-flat',
    table: '13111-01-03-4',
    values: employeesByCode,
  },
  unemployedByMunicipality: {
    statistic: 'unemployment',
    level: 'municipality',
    reader: 'genesis',
    table: '13211-01-03-5',
    columns: unemployedAlone,
  },
  unemployedByDistrict: {
    statistic: 'unemployment',
    level: 'district',
    reader: 'genesis',
    table: '13211-01-03-4',
    columns: unemployedAlone,
  },
  unemploymentRates: {
    statistic: 'unemployment',
    level: 'district',
    reader: 'genesis',
    table: '13211-02-05-4',
    // In a reform the counts stand with the new districts and the rates with the old ones, each `-` with the others
    // (Mecklenburg-Vorpommern 2009 and 2010), and before 2009 the rates of groups are `-` though all districts live.
    dash: 'notAvailable',
    columns: [...unemployedBesideRates, ...rates],
  },
} as const satisfies Record<string, InputDefinition<WorkStatistic, WorkMeasure>>;
