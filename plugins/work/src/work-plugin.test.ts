import {
  describePlugin,
  excerpt,
  type FixtureReading,
  type GoldenObservation,
  readFixture,
} from '@kreisweit/plugin-kit/testing';
import { describe, expect, it } from 'vitest';
import { workPlugin } from './work-plugin.ts';

const DATA = new URL('../../../../shared/data/observations/', import.meta.url);

function table(name: string): URL {
  return new URL(name, DATA);
}

const EMPLOYEES_FLAT = table('flat/13111-01-03-4_1773175029986_de_flat.csv');
const EMPLOYEES_MUNICIPALITIES = table('municipalities/13111-01-03-5_00.csv');
const EMPLOYEES_DISTRICTS = table('districts/13111-01-03-4_00.csv');
const UNEMPLOYED_MUNICIPALITIES = table('municipalities/13211-01-03-5_00.csv');
const UNEMPLOYED_DISTRICTS = table('districts/13211-01-03-4_00.csv');
const RATES = table('districts/13211-02-05-4_00.csv');

type Place = Pick<GoldenObservation, 'territory' | 'period'>;

/** Values of a territory and period, as they stand in a row of a table. */
function row(place: Place, values: Readonly<Record<string, number>>): readonly GoldenObservation[] {
  return Object.entries(values).map(([measure, value]) => ({ ...place, measure, value }));
}

const foreign = { nationality: 'foreign' } as const;

const germany = { territory: 'DG', period: '2025' } as const;
const in2015 = { territory: '12070', period: '2015' } as const;
const in2016 = { territory: '12070', period: '2016' } as const;
const result = { district: '12070', period: '2016' } as const;

describePlugin(workPlugin, {
  fixtures: [
    {
      file: excerpt(EMPLOYEES_FLAT, ['DG', '06', '12070']),
      input: 'employeesFlat',
      golden: [
        ...row(germany, {
          employees: 34_885_481,
          employedWomen: 16_225_638,
          foreignEmployees: 5_837_916,
          foreignEmployedWomen: 2_276_342,
        }),
        { ...germany, measure: 'employees', breakdown: { sex: 'male' }, value: 18_659_843 },
        { ...germany, measure: 'employees', breakdown: { ...foreign, sex: 'male' }, value: 3_561_574 },
        { ...germany, measure: 'foreignEmployees', breakdown: { sex: 'female' }, value: 2_276_342 },
        { territory: '06', period: '2025', measure: 'employees', breakdown: foreign, value: 559_447 },
        { territory: '12070', period: '2025', measure: 'employees', value: null, sign: '-' },
      ],
      districts: [{ district: '12070', key: 'employees', period: '2025', value: null }],
    },
    {
      file: excerpt(EMPLOYEES_MUNICIPALITIES, ['12', '12070', '03153', '03153017', '01051', '01051003']),
      input: 'employeesByMunicipality',
      golden: [
        ...row(in2015, {
          employees: 26_506,
          employedWomen: 12_844,
          foreignEmployees: 538,
          foreignEmployedWomen: 144,
        }),
        { ...in2015, measure: 'employees', breakdown: { sex: 'male' }, value: 13_662 },
        { ...in2015, measure: 'employees', breakdown: { ...foreign, sex: 'male' }, value: 394 },
        ...row(
          { territory: '03153017', period: '2015' },
          { employees: 20_998, foreignEmployees: 816, foreignEmployedWomen: 299 },
        ),
        {
          territory: '01051003',
          period: '2015',
          measure: 'employees',
          breakdown: { ...foreign, sex: 'male' },
          value: null,
          sign: '.',
        },
      ],
      districts: [
        { ...result, period: '2015', key: 'foreignShareOfEmployees', value: 2 },
        { ...result, period: '2015', key: 'foreignShareOfEmployees', breakdown: { sex: 'male' }, value: 2.9 },
        { ...result, period: '2015', key: 'foreignShareOfEmployedWomen', value: 1.1 },
        { ...result, period: '2015', key: 'womenShareOfForeignEmployees', value: 26.8 },
        { ...result, period: '2015', key: 'womenShareGap', value: -21.7 },
      ],
    },
    {
      file: excerpt(EMPLOYEES_DISTRICTS, ['12070', '09473']),
      input: 'employeesByDistrict',
      golden: row(
        { territory: '09473', period: '2014' },
        { employees: 27_877, foreignEmployees: 985, foreignEmployedWomen: 335 },
      ),
      districts: [
        { district: '09473', period: '2014', key: 'employees', breakdown: foreign, value: 985 },
        { ...result, period: '2015', key: 'employeesGrowth', value: -0.6 },
        { ...result, period: '2015', key: 'foreignEmployeesGrowth', value: 12.3 },
      ],
    },
    {
      file: excerpt(UNEMPLOYED_MUNICIPALITIES, ['12', '12070', '09473', '09473151']),
      input: 'unemployedByMunicipality',
      golden: [
        ...row(in2016, {
          unemployed: 4_308,
          unemployedForeigners: 289,
          unemployedSeverelyDisabled: 234,
          unemployedAged15To19: 70,
          unemployedAged15To24: 325,
          unemployedAged55To64: 1_090,
          longTermUnemployed: 1_921,
        }),
        { ...in2016, measure: 'unemployed', breakdown: foreign, value: 289 },
        ...row({ territory: '09473151', period: '2016' }, { unemployed: 398, unemployedForeigners: 65 }),
      ],
      districts: [
        { ...result, key: 'foreignShareOfUnemployed', value: 6.7 },
        { ...result, key: 'longTermShareOfUnemployed', value: 44.6 },
        { ...result, key: 'youthShareOfUnemployed', value: 7.5 },
        { ...result, key: 'olderShareOfUnemployed', value: 25.3 },
        { ...result, key: 'disabledShareOfUnemployed', value: 5.4 },
      ],
    },
    {
      file: excerpt(UNEMPLOYED_DISTRICTS, ['03153']),
      input: 'unemployedByDistrict',
      golden: row(
        { territory: '03153', period: '2001' },
        { unemployed: 8_650, unemployedForeigners: 770, longTermUnemployed: 3_030 },
      ),
    },
    {
      file: excerpt(RATES, ['031', '03153', '12070', '13071']),
      input: 'unemploymentRates',
      golden: [
        ...row(in2016, {
          unemployed: 4_308,
          unemploymentRateOfDependent: 11.9,
          unemploymentRate: 10.6,
          unemploymentRateOfMen: 11.1,
          unemploymentRateOfForeigners: 35.3,
          youthUnemploymentRate: 12.4,
        }),
        { ...in2016, measure: 'unemployed', breakdown: foreign, value: 289 },
        { ...in2016, measure: 'unemploymentRate', breakdown: { sex: 'female' }, value: 10.1 },
        { ...in2016, measure: 'unemploymentRate', breakdown: foreign, value: 35.3 },
        ...row(
          { territory: '03153', period: '2001' },
          { unemploymentRateOfDependent: 12.9, unemploymentRate: 11.6 },
        ),
        { territory: '13071', period: '2009', measure: 'unemploymentRate', value: null, sign: '-' },
        { territory: '031', period: '2016', measure: 'unemploymentRate', value: null, sign: '.' },
      ],
      districts: [
        { ...result, key: 'foreignUnemploymentGap', value: 24.7 },
        { ...result, key: 'genderUnemploymentGap', value: -1 },
        { ...result, period: '2009', key: 'unemployedGrowth', value: -0.9 },
        // Before 2009 there are no rates of groups, and in a new district of a reform none at all: `-` is not 0 %.
        { ...result, period: '2008', key: 'unemploymentRate', value: 15 },
        { ...result, period: '2008', key: 'unemploymentRate', breakdown: foreign, value: null },
        { district: '13071', period: '2009', key: 'unemployed', value: 22_595 },
        { district: '13071', period: '2009', key: 'unemploymentRate', value: null },
      ],
    },
  ],
});

/** What became of all values of a table. `columns` are those of a row, with those that are delivered once more. */
async function expectAll(file: URL, rows: number, columns: number): Promise<FixtureReading> {
  const reading = await readFixture(workPlugin, { file });
  const { problems, account } = reading;
  const values = rows * columns;
  expect({ problems, account }).toEqual({
    problems: [],
    account: { rows, values, delivered: values, skipped: [] },
  });
  return reading;
}

describe('the whole tables of the work plug-in', () => {
  // Six columns; the three of foreigners come once more, and women of all and of foreigners.
  it('reads employees of municipalities, all of them', async () => {
    await expectAll(EMPLOYEES_MUNICIPALITIES, 14_493, 11);
  });

  it('reads employees of districts since 2012, all of them', async () => {
    await expectAll(EMPLOYEES_DISTRICTS, 2_104, 11);
  });

  it('reads employees from the flat file, all of them', async () => {
    const { problems, account } = await readFixture(workPlugin, { file: EMPLOYEES_FLAT });
    const values = 550 * 11;
    expect({ problems, account }).toEqual({
      problems: [],
      account: { rows: 550 * 6, values, delivered: values, skipped: [] },
    });
  });

  // Seven columns; foreigners come once more.
  it('reads unemployed of municipalities, all of them', async () => {
    await expectAll(UNEMPLOYED_MUNICIPALITIES, 14_493, 8);
  });

  it('reads the same counts of the same years with and without rates, all of them', async () => {
    const counts = await expectAll(UNEMPLOYED_DISTRICTS, 8_416, 8);
    // Thirteen columns; of foreigners, men and women there are four once more.
    const rates = await expectAll(RATES, 8_416, 17);
    const cellOf = new Map(counts.observations.map((one) => [nameOf(one), one.cell]));
    const others = rates.observations
      .filter(({ measure }) => !measure.toLowerCase().includes('rate'))
      .filter((one) => {
        const cell = cellOf.get(nameOf(one));
        return cell?.value !== one.cell.value || cell.sign !== one.cell.sign;
      });
    expect(others).toEqual([]);
    expect(cellOf.size).toBe(8_416 * 8);
  });
});

function nameOf({ measure, territory, period, breakdown }: FixtureReading['observations'][number]): string {
  return `${measure} ${territory} ${period} ${breakdown?.nationality}`;
}
