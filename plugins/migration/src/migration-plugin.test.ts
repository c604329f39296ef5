import type { DeliveredObservation } from '@kreisweit/plugin-kit';
import { describePlugin, excerpt, readFixture } from '@kreisweit/plugin-kit/testing';
import { populationPlugin as population } from '@kreisweit/plugin-population';
import { describe, expect, it } from 'vitest';
import { migrationPlugin } from './migration-plugin.ts';

const DATA = new URL('../../../../shared/data/observations/', import.meta.url);
const MUNICIPALITIES = new URL('municipalities/12711-01-03-5_00.csv', DATA);
const DISTRICTS = new URL('districts/12711-03-02-4_00.csv', DATA);

const year = { territory: '12070', period: '2015' } as const;
const result = { district: '12070', period: '2015' } as const;

describePlugin(migrationPlugin, {
  others: [population],
  fixtures: [
    {
      file: excerpt(MUNICIPALITIES, ['DG', '12', '12070', '12070060', '11', '11001']),
      input: 'byMunicipality',
      golden: [
        { territory: 'DG', period: '2015', measure: 'arrivals', value: 6_423_315 },
        { ...year, measure: 'arrivals', value: 4188 },
        { ...year, measure: 'departures', value: 3504 },
        { ...year, measure: 'arrivals', breakdown: { ageGroup6: '18-24' }, value: 805 },
        {
          ...year,
          measure: 'departures',
          breakdown: { sex: 'female', ageGroup6: '65plus' },
          value: 217,
        },
        { territory: '12070060', period: '2015', measure: 'departures', value: 46 },
        {
          territory: '12070060',
          period: '2015',
          measure: 'arrivals',
          breakdown: { ageGroup6: '50-64' },
          value: null,
          sign: '-',
        },
        { territory: '11001', period: '2015', measure: 'arrivals', value: null, sign: '.' },
      ],
      districts: [
        { ...result, key: 'netMigration', value: 684 },
        { ...result, key: 'netMigration', breakdown: { ageGroup6: '18-24' }, value: 115 },
        { ...result, key: 'netMigration', breakdown: { ageGroup6: '65plus' }, value: -14 },
      ],
    },
    {
      file: excerpt(DISTRICTS, ['DG', '12', '12070', '15001']),
      input: 'byDistrict',
      golden: [
        { ...year, measure: 'arrivals', value: 4188 },
        { ...year, measure: 'arrivals', breakdown: { nationality: 'foreign' }, value: 1397 },
        { ...year, measure: 'foreignArrivals', value: 1397 },
        { ...year, measure: 'foreignDepartures', breakdown: { sex: 'female' }, value: 204 },
        {
          ...year,
          measure: 'departuresAbroad',
          breakdown: { nationality: 'german', sex: 'male' },
          value: 19,
        },
        {
          territory: '15001',
          period: '2003',
          measure: 'arrivals',
          value: null,
          status: 'CONFIDENTIAL_OR_UNKNOWN',
        },
      ],
      // 4,188 arrivals, 478 of them from abroad; 3,504 departures, 289 of them abroad.
      districts: [
        { ...result, key: 'netMigration', value: 684 },
        { ...result, key: 'netMigration', breakdown: { nationality: 'german' }, value: -89 },
        { ...result, key: 'netMigrationAbroad', value: 189 },
        { ...result, key: 'netMigrationWithinGermany', value: 495 },
        { ...result, key: 'foreignNetMigration', value: 773 },
        { ...result, key: 'arrivalsFromAbroadShare', value: 11.4 },
        { ...result, key: 'foreignArrivalsShare', value: 33.4 },
      ],
    },
  ],
});

describe('the whole tables of the migration plug-in', () => {
  it('reads municipalities by sex and age, all of them, and they add up to their districts', async () => {
    const { problems, account, observations } = await readFixture(migrationPlugin, { file: MUNICIPALITIES });
    const values = 14_493 * 42;
    expect({ problems, account }).toEqual({
      problems: [],
      account: { rows: 14_493, values, delivered: values, skipped: [] },
    });
    // Without the two sexes, which are read in the same way.
    const { equal, different } = sumsInDistricts(observations.filter(({ breakdown }) => !breakdown?.sex));
    expect(different).toEqual([]);
    expect(equal).toBe(295 * 14);
  });

  it('reads districts by citizenship and sex since 1995, all of them', async () => {
    const { problems, account } = await readFixture(migrationPlugin, { file: DISTRICTS });
    // 63 rows of twelve columns a territory, and once more the six columns of foreigners in 21 of them.
    const values = 526 * 21 * (3 * 12 + 6);
    expect({ problems, account }).toEqual({
      problems: [],
      account: { rows: 526 * 63, values, delivered: values, skipped: [] },
    });
  });
});

/** How many figures of districts the sum of their municipalities meets, and which it does not. */
function sumsInDistricts(observations: readonly DeliveredObservation[]) {
  const sums = new Map<string, number>();
  const delivered = new Map<string, number>();
  for (const { territory, measure, breakdown = {}, cell } of observations) {
    const cellName = `${measure} ${breakdown.ageGroup6}`;
    if (isMunicipality(territory)) {
      const id = `${territory.slice(0, 5)} ${cellName}`;
      sums.set(id, (sums.get(id) ?? 0) + (cell.value ?? 0));
    } else if (territory.length === 5 && cell.value !== null) {
      delivered.set(`${territory} ${cellName}`, cell.value);
    }
  }
  const compared = [...sums].filter(([id]) => delivered.has(id));
  const different = compared.filter(([id, sum]) => delivered.get(id) !== sum).map(([id]) => id);
  return { equal: compared.length - different.length, different };
}

/** Eight digits, but for the Samtgemeinden of Niedersachsen; their members have eleven, those of Verbandsgemeinden ten. */
function isMunicipality(key: string): boolean {
  return key.length >= 10 || (key.length === 8 && !/^03\d{3}4/.test(key));
}
