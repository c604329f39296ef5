import { describe, expect, test } from 'vitest';
import { importChangeList } from '../changes/import-change-list.ts';
import { importCrosswalk } from '../changes/import-crosswalk.ts';
import { importGroups } from '../groups/import-groups.ts';
import type { Store } from '../open-store.ts';
import { importRegister } from '../territory/import-register.ts';
import { askedEngines } from '../testing/index.ts';
import { rebasedFigures, rebasedLines, rebasedSection } from '../testing/rebased-figures.ts';
import { dividingCatalogue, reformedCountry } from '../testing/reformed-country.ts';
import { changeListOf, crosswalkOf } from '../testing/small-changes.ts';
import { registerOf } from '../testing/small-country.ts';
import { smallGroups } from '../testing/small-groups.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyFacts, storeWithoutRegisters } from '../testing/small-store.ts';
import { figures } from '../testing/stored-rows.ts';

const TODAY = '2021-12-31';
const YEARS = [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020];

/** All periods of a table, or those of one Land, stand on the boundaries of a day. */
const standingOn = (date: string, state: string | null = null) => ({
  boundaryNotes: [{ state, from: null, until: null, boundary: { date } }],
});

type Sources = {
  readonly registers: Readonly<Record<string, string>>;
  readonly crosswalks?: readonly string[];
};

/** Wrong numbers that look right are worse than none: each of these once was one. */
describe.each(askedEngines)('never told as exact on $name', (engine) => {
  async function storeOf({ registers, crosswalks = [] }: Sources): Promise<Store> {
    const store = await storeWithoutRegisters(engine, dividingCatalogue);
    for (const [day, text] of Object.entries(registers)) {
      await importRegister(store, registerOf(day, text), { checksum: day });
    }
    for (const text of crosswalks) {
      await importCrosswalk(store, crosswalkOf(YEARS, 2021, text), { checksum: text });
    }
    return store;
  }

  const people = (store: Store, ...territories: readonly string[]) =>
    rebasedLines(store, territories, 'people', TODAY);

  const ROCK = `
    16            Bergland
    16091         Alt        44
    160910001     Ahorn      50
    160910001001  Ahorn      64  100
    160910002     Birke      50
    160910002002  Birke      64  60
    16092         Neu        44
    160920001     Linde      50
    160920001001  Linde      64  40`;
  const WITHOUT_BIRCH = `
    16            Bergland
    16091         Alt        44
    160910001     Ahorn      50
    160910001001  Ahorn      64  160
    16092         Neu        44
    160920001     Linde      50
    160920001001  Linde      64  40`;

  test('who vanished without a word, in a year that no source covers', async () => {
    const store = await storeOf({ registers: { '2021-12-31': ROCK, '2023-11-30': WITHOUT_BIRCH } });
    await importChangeList(
      store,
      changeListOf(2023, 'NAME_CHANGED  2023-06-01  160920001001  Linde  160920001001  Linde am See'),
      { checksum: 'list' },
    );
    await importCrosswalk(
      store,
      crosswalkOf(
        [2020],
        2021,
        '16091001 16091001 2020 2020\n16091002 16091002 2020 2020\n16092001 16092001 2020 2020',
      ),
      { checksum: 'crosswalk' },
    );
    await ingestTable(store, 'people 2021\n16091001 100\n16091002 60\n16092001 40');
    expect(
      await rebasedLines(
        store,
        ['district 16091', 'municipality 16091001', 'district 16092'],
        'people',
        '2023-11-30',
      ),
    ).toMatchInlineSnapshot(`
      "district 16091  2021: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN
      municipality 16091001  2021: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN
      district 16092  2021: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN"
    `);
    await store.close();
  });

  test('a day between two registers of which nobody knows when they came to differ', async () => {
    const store = await storeOf({ registers: { '2013-12-31': ROCK, '2021-12-31': WITHOUT_BIRCH } });
    await ingestTable(store, 'people 2013\n16091001 100\n16091002 60\n16092001 40');
    expect(
      await rebasedLines(
        store,
        ['district 16091', 'municipality 16091001', 'municipality 16091002'],
        'people',
        '2020-12-31',
      ),
    ).toMatchInlineSnapshot(`
      "district 16091  2013: 160 SUMMED published
      municipality 16091001  2013: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN
      municipality 16091002  2013: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN"
    `);
    await store.close();
  });

  test('a day within the time of a list, before and after its only change', async () => {
    const store = await storeOf({ registers: { '2014-12-31': ROCK, '2015-12-31': WITHOUT_BIRCH } });
    await importChangeList(
      store,
      changeListOf(2015, 'DISSOLVED  2015-07-01  160910002002  Birke  160910001001  Ahorn  60'),
      { checksum: 'list' },
    );
    await ingestTable(
      store,
      'people 2015-Q1  people 2015-Q3\n16091001 100 160\n16091002 60 _\n16092001 40 40',
    );
    expect(
      await rebasedLines(store, ['municipality 16091001', 'district 16091'], 'people', '2015-12-31'),
    ).toMatchInlineSnapshot(`
      "municipality 16091001  2015: NOT_AVAILABLE SUMMED | 2015-Q1: 160 SUMMED | 2015-Q3: 160 DELIVERED published
      district 16091  2015: NOT_AVAILABLE SUMMED | 2015-Q1: 160 SUMMED published | 2015-Q3: 160 SUMMED published"
    `);
    expect(
      await rebasedLines(store, ['municipality 16091002'], 'people', '2015-05-01'),
    ).toMatchInlineSnapshot(
      `"municipality 16091002  2015: NOT_AVAILABLE SUMMED MERGED_SINCE | 2015-Q1: 60 DELIVERED published"`,
    );
    await store.close();
  });

  test('parts of which each table stands on other boundaries', async () => {
    const both = (alt: string, neu: string) => `
      07            Pfalz
      07131         Pfalz      44
      071310001     Pappel     50
      071310001001  Pappel     64  500
      16            Bergland
      16091         Alt        44
      160910001     Ahorn      50
      160910001001  Ahorn      64  100${alt}
      16093         Neu        44
      160930001     Buche      50
      160930001001  Buche      64  40${neu}`;
    const store = await storeOf({
      registers: {
        '2013-12-31': both('', '\n      160930002     Moor       50\n      160930002002  Moor       64  7'),
        '2021-12-31': both('\n      160910008     Moor       50\n      160910008008  Moor       64  7', ''),
      },
      crosswalks: [
        `
        07131001  07131001  2013  2020
        16091001  16091001  2013  2020
        16091008  16091008  2015  2020
        16093001  16093001  2013  2020
        16093002  16091008  2013  2014`,
      ],
    });
    await importGroups(
      store,
      smallGroups('both 07131@2013-12-31 16091@2013-12-31\nalt 16091@2013-12-31\npfalz 07131@2013-12-31'),
    );
    await ingestTable(
      store,
      'people 2014\n07131001 500\n16091001 100\n16093001 40\n16093002 7',
      standingOn('2015-12-31', '07'),
    );
    expect(await people(store, 'group both', 'group alt', 'group pfalz')).toMatchInlineSnapshot(`
      "group both  2014: NOT_AVAILABLE SUMMED AMBIGUOUS
      group alt  2014: 107 SUMMED
      group pfalz  2014: 500 SUMMED published"
    `);
    await store.close();
  });

  test('a figure that has no place on the later boundaries on which others stand', async () => {
    const store = await storeOf({
      registers: {
        '2013-12-31': `
          16            Bergland
          16091         Alt        44
          160910001     Ahorn      50
          160910001001  Ahorn      64  100
          160910002     Birke      50
          160910002002  Birke      64  60
          160910004     Dorn       50
          160910004004  Dorn       64  40`,
        '2021-12-31': `
          16            Bergland
          16091         Alt        44
          160910009     Tanne      50
          160910009009  Tanne      64  200`,
      },
      crosswalks: [
        `
        16091001  16091009  2013  2015
        16091002  16091009  2013  2017
        16091003  16091009  2016  2017
        16091004  16091009  2013  2014
        16091009  16091009  2018  2020`,
      ],
    });
    await ingestTable(store, 'people 2014\n16091002 60\n16091003 100\n16091004 40');
    expect(await people(store, 'municipality 16091009')).toMatchInlineSnapshot(
      `"municipality 16091009  2014: INCOMPLETE SUMMED"`,
    );
    await store.close();
  });

  test('a group of which only one member knows its municipalities', async () => {
    const divided = (more: string) => `
      16            Bergland
      16091         Alt        44
      160910001     Ahorn      50
      160910001001  Ahorn      64  100${more}`;
    const store = await storeOf({
      registers: {
        '2013-12-31': `${divided('')}
      16092         Neu        44
      160920001     Linde      50
      160920001001  Linde      64  60
      16094         Fort       44
      160940001     Pappel     50
      160940001001  Pappel     64  20
      160940002     Quitte     50
      160940002002  Quitte     64  30`,
        '2021-12-31': `${divided(`
      160910002     Pappel     50
      160910002002  Pappel     64  20
      160919999     See        50
      160919999999  See        66  0`)}
      16092         Neu        44
      160920001     Linde      50
      160920001001  Linde      64  60
      160920002     Quitte     50
      160920002002  Quitte     64  30`,
      },
      crosswalks: [
        `
        16091001  16091001  2013  2020
        16091002  16091002  2016  2020
        16092001  16092001  2013  2020
        16092002  16092002  2016  2020
        16094001  16091002  2013  2015
        16094002  16092002  2013  2015`,
        `
        16091  16091  2013  2020
        16092  16092  2013  2020
        16094  16091  2013  2015  0.4
        16094  16092  2013  2015  0.6`,
      ],
    });
    await importGroups(store, smallGroups('both 16091@2013-12-31 16092@2013-12-31'));
    await ingestTable(store, 'people 2014\n16091001 100\n16092001 60\n16094001 20\n16094002 30');
    expect(await people(store, 'district 16091', 'district 16092', 'group both')).toMatchInlineSnapshot(`
      "district 16091  2014: 120 SUMMED
      district 16092  2014: 90 SUMMED
      group both  2014: 210 SUMMED"
    `);
    await store.close();
  });

  test('a table on the boundaries of a year before any period', async () => {
    const store = await reformedCountry(engine);
    const residents = `people 2016
      16091001 100\n16091002 60\n16091003 40\n16092001 70\n16092002 30\n16093001 50\n16094001 50\n16094002 50\n16098000 300\n16099001 20`;
    await ingestTable(store, residents, standingOn('2013-12-31'));
    expect((await rebasedFigures(store, 'municipality 16091001', 'people', TODAY))[2016]).toBe('160 SUMMED');
    for (const [level, inside] of [
      ['municipality', 'state 16'],
      ['district', 'state 16'],
    ] as const) {
      const section = await rebasedSection(store, { inside, level, period: '2016' }, 'people', TODAY);
      for (const [key, shown] of Object.entries(section)) {
        const series =
          (await rebasedFigures(store, `${level} ${key}`, 'people', TODAY))[2016] ?? 'NOT_AVAILABLE';
        expect([key, shown]).toEqual([key, series.replace(/ (DELIVERED|SUMMED|APPORTIONED)/, '')]);
      }
    }
    await store.close();
  });

  test('a district of which part of a member that lives on was founded anew', async () => {
    const store = await storeOf({
      registers: {
        '2013-12-31': ROCK,
        '2021-12-31': `${ROCK}
    160910009     Neuahorn   50
    160910009009  Neuahorn   64  10`.replace('16092         Neu', '16092         Neu'),
      },
      crosswalks: [
        `
        16091001  16091001  2013  2015  0.9  0.9
        16091001  16091009  2013  2015  0.1  0.1
        16091001  16091001  2016  2020
        16091002  16091002  2013  2020
        16091009  16091009  2016  2020
        16092001  16092001  2013  2020`,
      ],
    });
    await ingestTable(store, 'people 2014\n16091009 10\n16091002 60');
    expect((await figures(store, 'district 16091', 'people'))[2014]).toBe('INCOMPLETE SUMMED 67 %');
    await emptyFacts(store);
    await store.close();
  });
});
