import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { rebasedFigures, rebasedSection, rebasedSeries } from '../testing/rebased-figures.ts';
import { districtsOf2021, municipalitiesIn, reformedCountry } from '../testing/reformed-country.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyFacts } from '../testing/small-store.ts';
import { figures, publishedVersion } from '../testing/stored-rows.ts';

const YEARS = [2013, 2014, 2016, 2018, 2020] as const;

/** A cell: mostly a number, else a sign or no cell at all. */
const anyCell = fc.oneof(
  { weight: 12, arbitrary: fc.nat(500).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('.', '*', '/', '...', '-', '_') },
);

/** A table of `people` with a cell for each municipality of each year. */
function anyTable(cell: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const keys = [...new Set(YEARS.flatMap((year) => municipalitiesIn(year)))].sort();
  const row = (key: string) =>
    fc
      .tuple(...YEARS.map((year) => (municipalitiesIn(year).includes(key) ? cell : fc.constant('_'))))
      .map((cells) => `${key}  ${cells.join(' ')}`);
  return fc
    .tuple(...keys.map(row))
    .map((rows) => [YEARS.map((year) => `people ${year}`).join('  '), ...rows].join('\n'));
}

async function sumOf(store: Store, territories: readonly string[], day: string, period: string) {
  const all = await rebasedSeries(store, territories, 'people', day);
  return all.reduce((sum, { periods, values }) => sum + (values[periods.indexOf(period)] ?? Number.NaN), 0);
}

describe.each(askedEngines)('boundaries of a day on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await reformedCountry(engine);
  });
  afterEach(() => emptyFacts(store));
  afterAll(() => store.close());

  test('leave what was reported on them as it is, and mark no reform', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable(anyCell), fc.constantFrom(...YEARS), async (table, year) => {
        await emptyFacts(store);
        await ingestTable(store, table);
        const municipalities = municipalitiesIn(year);
        const districts = [...new Set(municipalities.map((key) => key.slice(0, 5)))];
        for (const territory of [
          ...municipalities.map((key) => `municipality ${key}`),
          ...districts.map((key) => `district ${key}`),
        ]) {
          const reported = (await figures(store, territory, 'people'))[year];
          const found = (await rebasedFigures(store, territory, 'people', `${year}-12-31`))[year];
          expect(found?.replace(/ published$/, '')).toBe(
            reported?.replace(/ \d+ %/, '').replace(/( BREAK| REFORM)/g, ''),
          );
        }
      }),
      { numRuns: 3 },
    );
  });

  test('say the same in a series and in a cross-section', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable(anyCell), fc.constantFrom(...YEARS, 2009, 2040), async (table, year) => {
        await emptyFacts(store);
        await ingestTable(store, table);
        const day = `${year}-12-31`;
        for (const level of ['district', 'municipality'] as const) {
          for (const period of ['2013', '2016', '2020']) {
            const section = await rebasedSection(store, { inside: 'state 16', level, period }, 'people', day);
            for (const [key, found] of Object.entries(section)) {
              const series = (await rebasedFigures(store, `${level} ${key}`, 'people', day))[period];
              const expected = series?.replace(/ (DELIVERED|SUMMED|APPORTIONED)/, '');
              if (expected !== undefined) expect(`${key} ${found}`).toBe(`${key} ${expected}`);
              else expect(found).toMatch(/^NOT_/);
            }
          }
        }
      }),
      { numRuns: 3 },
    );
  });

  test('neither add nor lose anybody, in districts, municipalities or states', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable(fc.nat(500).map(String)), async (table) => {
        await emptyFacts(store);
        await ingestTable(store, table);
        const inState = await figures(store, 'state 16', 'people');
        const today = municipalitiesIn(2021).map((key) => `municipality ${key}`);
        for (const year of YEARS) {
          const total = Number(inState[year]?.split(' ')[0]);
          // A district that no longer exists is not asked; what it had went to one that does.
          const period = String(year);
          expect(await sumOf(store, districtsOf2021, '2021-12-31', period)).toBeCloseTo(total, 0);
          expect(await sumOf(store, today, '2021-12-31', period)).toBeCloseTo(total, 0);
          for (const district of districtsOf2021) {
            const members = today.filter((name) => name.startsWith(`municipality ${district.slice(-5)}`));
            const together = await sumOf(store, members, '2021-12-31', period);
            expect(await sumOf(store, [district], '2021-12-31', period)).toBeCloseTo(together, 0);
          }
        }
      }),
      { numRuns: 3 },
    );
  });

  test('are those that an earlier data version knew', async () => {
    await ingestTable(store, 'people 2014\n16091001 100\n16091002 60\n16098000 300');
    const version = await publishedVersion(store);
    const before = await rebasedFigures(store, 'municipality 16091001', 'people', '2021-12-31');
    await ingestTable(store, 'people 2014\n16091001 101\n16091002 61\n16098000 301');
    const then = await rebasedFigures(store, 'municipality 16091001', 'people', '2021-12-31', { version });
    expect(then).toEqual(before);
    expect(
      await rebasedFigures(store, 'municipality 16091001', 'people', '2021-12-31'),
    ).toMatchInlineSnapshot(`
      {
        "2014": "162 SUMMED",
      }
    `);
  });
});
