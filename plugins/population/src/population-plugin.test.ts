import { fileURLToPath } from 'node:url';
import { type DeliveredObservation, openInput, registerPlugins } from '@kreisweit/plugin-kit';
import { describePlugin, excerpt, readFixture } from '@kreisweit/plugin-kit/testing';
import { describe, expect, it } from 'vitest';
import { populationPlugin } from './population-plugin.ts';

const DATA = new URL('../../../../shared/data/observations/', import.meta.url);

function table(name: string): URL {
  return new URL(name, DATA);
}

const MUNICIPALITIES = table('municipalities/12411-01-01-5_00.csv');
const DISTRICTS = table('districts/12411-01-01-4_00.csv');
const DISTRICTS_IN_OLDER_ENCODING = table('districts/12411-01-01-4.csv');
const DISTRICTS_FLAT = table('flat/12411-01-01-4_1773175772751_de_flat.csv');
const AGES = table('districts/12411-03-03-4_00.csv');
const CENSUS_MUNICIPALITIES = table('municipalities/12111-01-01-5_00.csv');
const CENSUS_DISTRICTS = table('districts/12111-01-01-4_00.csv');
const CENSUS_HOUSEHOLDS = table('districts/12111-08-01-4_00.csv');
const CENSUS_2022 = table('flat/1000A-0000_1773175153999_de_flat.csv');
const LIVING_ARRANGEMENTS = table('flat/12211-Z-11_1773175349407_de_flat.csv');

const germany = { territory: 'DG', period: '2015' } as const;
const year = { territory: '12070', period: '2015' } as const;
const censusDay = { territory: '12070', period: '2011' } as const;
const result = { district: '12070', period: '2015' } as const;

describePlugin(populationPlugin, {
  fixtures: [
    {
      file: excerpt(AGES, ['DG', '12', '12070', '03153']),
      input: 'foreignersByDistrict',
      golden: [
        { ...germany, measure: 'residents', value: 82_175_684 },
        { ...germany, measure: 'germans', value: 73_523_726 },
        { ...germany, measure: 'foreigners', value: 8_651_958 },
        { ...germany, measure: 'foreignWomen', value: 4_047_813 },
        { ...year, measure: 'foreigners', breakdown: { ageGroup21: '0-2' }, value: 116 },
        { ...year, measure: 'foreignersUnder3', value: 116 },
        { ...year, measure: 'foreignersAged3To5', breakdown: { sex: 'female' }, value: 48 },
        {
          ...year,
          measure: 'germans',
          breakdown: { sex: 'female', ageGroup21: '90plus' },
          value: 609,
        },
        {
          territory: '03153',
          period: '2015',
          measure: 'foreigners',
          breakdown: { sex: 'male' },
          value: 5724,
        },
      ],
      // 116 + 88 + 85 + 104 + 97 of 2,192 are under 18, 21 + 14 + 9 + 2 + 0 + 2 are 65 and older.
      districts: [
        { ...result, key: 'foreignersUnder18', value: 490 },
        { ...result, key: 'foreigners65Plus', value: 48 },
        { ...result, key: 'foreigners18To64', value: 1654 },
        { ...result, key: 'residentsUnder18', value: 10_154 },
        { ...result, key: 'foreignShare', value: 2.8 },
        { ...result, key: 'foreignShare', breakdown: { ageGroup21: '20-24' }, value: 12.7 },
        { ...result, key: 'foreignYoungShare', value: 22.4 },
        { ...result, key: 'youngShare', value: 13.1 },
        { ...result, key: 'foreignShareUnder18', value: 4.8 },
        { ...result, key: 'foreignOlderShare', value: 2.2 },
        { ...result, key: 'foreignWomenShare', value: 35 },
      ],
    },
    {
      file: excerpt(CENSUS_DISTRICTS, ['12', '12070']),
      input: 'censusByDistrict',
      golden: [
        { ...censusDay, measure: 'censusResidents', value: 80_276 },
        { ...censusDay, measure: 'censusGermans', value: 79_501 },
        { ...censusDay, measure: 'censusForeigners', breakdown: { sex: 'female' }, value: 322 },
      ],
      districts: [{ district: '12070', key: 'censusForeignShare', period: '2011', value: 1 }],
    },
    {
      file: excerpt(CENSUS_HOUSEHOLDS, ['DG', '12', '12070', '03153']),
      input: 'migrationBackgroundByDistrict',
      golden: [
        { ...censusDay, measure: 'censusHouseholdMembers', value: 79_870 },
        {
          ...censusDay,
          measure: 'censusHouseholdMembers',
          breakdown: { nationality: 'foreign', migrationBackground: 'stay20plus' },
          value: 240,
        },
        {
          ...censusDay,
          measure: 'censusHouseholdMembers',
          breakdown: { migrationBackground: 'stayUnknown' },
          value: null,
          sign: '/',
          status: 'UNRELIABLE',
        },
        { ...censusDay, measure: 'censusLongStay', value: 870 },
      ],
      // 79,870 less 77,740 are 2,130: 2.7 per cent; of them 870 for 20 years and more, 290 for less than five.
      districts: [
        { district: '12070', key: 'migrationBackgroundPersons', period: '2011', value: 2130 },
        { district: '12070', key: 'migrationBackgroundShare', period: '2011', value: 2.7 },
        { district: '12070', key: 'longStayShare', period: '2011', value: 40.8 },
        { district: '12070', key: 'shortStayShare', period: '2011', value: 13.6 },
        {
          district: '12070',
          key: 'longStayShare',
          period: '2011',
          breakdown: { nationality: 'foreign' },
          value: null,
          status: 'UNRELIABLE',
        },
      ],
    },
    {
      file: excerpt(LIVING_ARRANGEMENTS, ['12070', '15001', '09473']),
      input: 'livingArrangementsByDistrict',
      golden: [
        { territory: '12070', period: '2019', measure: 'livingArrangements', value: 42_000 },
        {
          territory: '12070',
          period: '2019',
          measure: 'livingArrangements',
          breakdown: { familyForm: 'couple' },
          value: 13_000,
        },
        { territory: '12070', period: '2019', measure: 'families', value: 9000 },
        { territory: '15001', period: '2019', measure: 'families', value: 9000, sign: '()' },
        { territory: '09473', period: '2019', measure: 'families', value: null, sign: '-' },
      ],
      districts: [
        { district: '12070', key: 'familyShare', period: '2019', value: 21.4 },
        { district: '12070', key: 'livingAloneShare', period: '2019', value: 47.6 },
      ],
    },
    {
      file: excerpt(DISTRICTS_FLAT, ['12070']),
      input: 'residentsByDistrictFlat',
      golden: [
        { territory: '12070', period: '2024', measure: 'residents', value: 75_595 },
        {
          territory: '12070',
          period: '2024',
          measure: 'residents',
          breakdown: { sex: 'female' },
          value: 38_090,
        },
      ],
    },
    {
      file: excerpt(MUNICIPALITIES, ['DG', '12', '12070', '09473', '03153', '03153005']),
      input: 'residentsByMunicipality',
      golden: [
        { ...germany, measure: 'residents', value: 82_175_684 },
        { ...germany, measure: 'residents', breakdown: { sex: 'female' }, value: 41_661_561 },
        { ...germany, period: '2008', measure: 'residents', value: 82_002_356 },
        { ...year, measure: 'residents', value: 77_573 },
        { ...year, measure: 'residents', breakdown: { sex: 'male' }, value: 38_556 },
        { ...year, period: '2008', measure: 'residents', value: 84_284 },
        { territory: '09473', period: '2011', measure: 'residents', value: 87_404 },
        { territory: '03153', period: '2015', measure: 'residents', value: 138_236 },
        { territory: '03153005', period: '2013', measure: 'residents', value: 40_189 },
        { territory: '03153005', period: '2014', measure: 'residents', value: null, sign: '-' },
      ],
      // From 77,993 to 77,550; in 2011 the census lies in between.
      districts: [
        { ...result, period: '2014', key: 'residentsChange', value: -0.6 },
        { ...result, period: '2011', key: 'residentsChange', value: null },
      ],
    },
    {
      file: excerpt(DISTRICTS, ['12070']),
      input: 'residentsByDistrict',
      golden: [{ ...year, period: '1995', measure: 'residents', value: 101_421 }],
    },
    {
      file: excerpt(CENSUS_MUNICIPALITIES, ['DG', '12', '12070', '09473']),
      input: 'censusByMunicipality',
      golden: [
        { ...germany, period: '2011', measure: 'censusResidents', value: 80_219_695 },
        { ...germany, period: '2011', measure: 'censusForeigners', value: 6_180_013 },
        {
          ...germany,
          period: '2011',
          measure: 'censusForeigners',
          breakdown: { sex: 'female' },
          value: 3_084_023,
        },
        { ...censusDay, measure: 'censusForeigners', value: 775 },
        { ...censusDay, territory: '09473', measure: 'censusResidents', value: 87_775 },
        {
          ...censusDay,
          territory: '09473',
          measure: 'censusForeigners',
          breakdown: { sex: 'male' },
          value: 1313,
        },
      ],
    },
    {
      file: excerpt(CENSUS_2022, ['DG', '120705005060']),
      input: 'census2022ByMunicipality',
      golden: [
        { ...germany, period: '2022', measure: 'census2022Residents', value: 82_719_540 },
        { territory: '120705005060', period: '2022', measure: 'census2022Residents', value: 720 },
      ],
    },
  ],
});

describe('the catalogue of the population plug-in', () => {
  it('names what is published, and by what it is broken down', () => {
    const { catalogue } = registerPlugins([populationPlugin]);
    expect(
      catalogue.indicators.map(({ key, unit, decimals, dimensions }) =>
        [key, unit, decimals, ...dimensions].join(' '),
      ),
    ).toMatchInlineSnapshot(`
      [
        "population/residents person 0 sex ageGroup21",
        "population/foreigners person 0 sex ageGroup21",
        "population/germans person 0 sex ageGroup21",
        "population/censusResidents person 0 sex",
        "population/censusForeigners person 0 sex",
        "population/censusGermans person 0 sex",
        "population/censusHouseholdMembers person 0 sex nationality migrationBackground",
        "population/census2022Residents person 0",
        "population/livingArrangements count 0 familyForm",
        "population/foreignShare percent 1 sex ageGroup21",
        "population/censusForeignShare percent 1 sex",
        "population/foreignWomenShare percent 1",
        "population/residentsUnder18 person 0 sex",
        "population/residents65Plus person 0 sex",
        "population/residents18To64 person 0 sex",
        "population/foreignersUnder18 person 0 sex",
        "population/foreigners65Plus person 0 sex",
        "population/foreigners18To64 person 0 sex",
        "population/youngShare percent 1 sex",
        "population/foreignYoungShare percent 1 sex",
        "population/foreignShareUnder18 percent 1 sex",
        "population/olderShare percent 1 sex",
        "population/foreignOlderShare percent 1 sex",
        "population/residentsChange percent 1 sex ageGroup21",
        "population/residentsChange5Years percent 1 sex ageGroup21",
        "population/migrationBackgroundPersons person 0 sex nationality",
        "population/migrationBackgroundShare percent 1 sex nationality",
        "population/longStayShare percent 1 sex nationality",
        "population/shortStayShare percent 1 sex nationality",
        "population/familyShare percent 1",
        "population/livingAloneShare percent 1",
      ]
    `);
  });

  it('is a definition only', () => {
    expect(JSON.parse(JSON.stringify(populationPlugin))).toEqual(populationPlugin);
  });
});

describe('the tables of the population plug-in', () => {
  it('say where they come from, and on which boundaries they stand', async () => {
    expect(await openInput(populationPlugin, fileURLToPath(MUNICIPALITIES))).toMatchObject({
      plugin: 'population',
      input: 'residentsByMunicipality',
      statistic: 'update',
      level: 'municipality',
      table: '12411-01-01-5',
      institute: 'Statistische Ämter des Bundes und der Länder',
      licence: 'dl-de/by-2-0',
      retrieved: '2017-10-10T11:01:03',
      boundaryNotes: expect.arrayContaining([
        { state: '07', from: '2011', until: null, boundary: { yearsLater: 1 } },
      ]),
    });
  });

  it('are refused when they are for somebody else', async () => {
    const other = fileURLToPath(table('municipalities/12711-01-03-5_00.csv'));
    await expect(openInput(populationPlugin, other)).rejects.toThrow(/12711-01-03-5/);
  });
});

/** Reads a table to its end. `columns` are the values of a row, with those that are delivered once more. */
async function expectAll(file: URL, rows: number, columns: number): Promise<readonly DeliveredObservation[]> {
  const { problems, account, observations } = await readFixture(populationPlugin, { file });
  const values = rows * columns;
  expect({ problems, account }).toEqual({
    problems: [],
    account: { rows, values, delivered: values, skipped: [] },
  });
  return observations;
}

describe('the whole tables of the population plug-in', () => {
  it('reads residents of municipalities, districts and states, all of them', async () => {
    const observations = await expectAll(MUNICIPALITIES, 14_493, 24);
    expect(sumsBySexThatDiffer(observations)).toEqual([]);
  });

  it('reads residents of districts since 1995, all of them, also in the older encoding', async () => {
    const converted = await expectAll(DISTRICTS, 526, 63);
    const original = await expectAll(DISTRICTS_IN_OLDER_ENCODING, 526, 3);
    const of2015 = converted.filter(({ period }) => period === '2015');
    expect(original.map(({ column: _, ...one }) => one)).toEqual(of2015.map(({ column: _, ...one }) => one));
    expect(original.find(({ territory }) => territory === '03153')?.name).toBe('Goslar, Landkreis');
  });

  it('reads residents of districts from the flat file, all of them', async () => {
    await expectAll(DISTRICTS_FLAT, 3 * 489, 1);
  });

  it('reads residents, Germans and foreign residents of districts by age, all of them', async () => {
    const { problems, account } = await readFixture(populationPlugin, { file: AGES });
    // 22 rows of nine columns, once more the six columns of eleven ages, and the one of foreign women.
    const values = 526 * (22 * 9 + 11 * 6 + 1);
    expect({ problems, account }).toEqual({
      problems: [],
      account: { rows: 526 * 22, values, delivered: values, skipped: [] },
    });
  });

  it('reads residents, Germans and foreign residents of the census, all of them', async () => {
    await expectAll(CENSUS_MUNICIPALITIES, 14_493, 9);
    await expectAll(CENSUS_DISTRICTS, 526, 9);
  });

  it('reads persons in private households by migration background, all of them', async () => {
    const { problems, account } = await readFixture(populationPlugin, { file: CENSUS_HOUSEHOLDS });
    // Eight rows of five columns, three of the rows once more.
    const values = 526 * (8 * 5 + 3 * 5);
    expect({ problems, account }).toEqual({
      problems: [],
      account: { rows: 526 * 8, values, delivered: values, skipped: [] },
    });
  });

  it('reads the census of 2022 under both of its codes, all of it', async () => {
    await expectAll(CENSUS_2022, 10_787, 1);
  });

  it('reads living arrangements, all of them', async () => {
    const { problems, account } = await readFixture(populationPlugin, { file: LIVING_ARRANGEMENTS });
    // Four rows a territory; families and people who live alone come once more.
    const values = 489 * 6;
    expect({ problems, account }).toEqual({
      problems: [],
      account: { rows: 489 * 4, values, delivered: values, skipped: [] },
    });
  });
});

/** Places and years whose total is not the sum of both sexes, where all three are numbers. */
function sumsBySexThatDiffer(observations: readonly DeliveredObservation[]): readonly string[] {
  const sums = new Map<string, number>();
  for (const { territory, period, breakdown, cell } of observations) {
    const key = `${territory} ${period}`;
    const value = cell.value ?? Number.NaN;
    sums.set(key, (sums.get(key) ?? 0) + (breakdown?.sex === undefined ? -value : value));
  }
  const known = [...sums].filter(([, sum]) => !Number.isNaN(sum));
  expect(known.length).toBeGreaterThan(90_000);
  return known.filter(([, sum]) => sum !== 0).map(([key]) => key);
}
