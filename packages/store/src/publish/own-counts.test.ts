import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { read, smallCatalogue, smallIndicator } from '../testing/small-catalogue.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyFacts, smallStore } from '../testing/small-store.ts';
import { allFigures, figures } from '../testing/stored-rows.ts';

const HIDDEN = 'CONFIDENTIAL DELIVERED';

// `asked` and `helped` are own counts of persons: fewer than three must not become known (rule 13).
describe.each(askedEngines)('own counts of persons on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
  });
  afterAll(() => store.close());

  /** What the district Fels answers for `helped`: in total, and by sex. */
  async function helpedInFels(period: string) {
    const of = async (breakdown: string) =>
      (await figures(store, 'district 16099', 'helped', { breakdown }))[period];
    return { total: await of(''), male: await of('sex=male'), female: await of('sex=female') };
  }

  test('are published for districts only, in whatever role', async () => {
    await ingestTable(
      store,
      `
                 helped 2014  residents 2014  helped 2014 female
      DG         400          2080            200
      02000000   100          1000            50
      16         200          580             100
      16097001   10           100             5
      160975001  8            100             4
      16097002   4            60              4
      16097003   4            40              4
      16098000   90           300             40
      16099      20           80              10`,
    );
    const own = Object.keys(await allFigures(store)).filter((name) => name.includes('small/helped'));
    expect(own).toMatchInlineSnapshot(`
      [
        "in district 16097: district 16097 small/helped",
        "in district 16097: district 16097 small/helped sex=female",
        "in district 16097: district 16097 small/helpedShare",
        "in district 16097: district 16097 small/helpedShare sex=female",
        "in district 16098: district 16098 small/helped",
        "in district 16098: district 16098 small/helped sex=female",
        "in district 16098: district 16098 small/helpedShare",
        "in district 16098: district 16098 small/helpedShare sex=female",
        "in district 16099: district 16099 small/helped",
        "in district 16099: district 16099 small/helped sex=female",
        "in district 16099: district 16099 small/helpedShare",
        "in district 16099: district 16099 small/helpedShare sex=female",
        "in state 02: state 02 small/helped",
        "in state 02: state 02 small/helped sex=female",
        "in state 02: state 02 small/helpedShare",
        "in state 02: state 02 small/helpedShare sex=female",
      ]
    `);
    expect(await figures(store, 'district 16097', 'helped')).toEqual({ 2014: '18 SUMMED 100 %' });
    expect(await figures(store, 'municipality 02000000', 'helped')).toEqual({ 2014: '100 DELIVERED' });
  });

  const totalsAndCategories = [
    ['a small total is hidden, and so are its categories', '2001', ['2', '0', '2'], [HIDDEN, HIDDEN, HIDDEN]],
    ['a small category hides the other, but no free total', '2002', ['10', '1', '9'], ['10', HIDDEN, HIDDEN]],
    ['nobody in one category is free', '2003', ['10', '0', '10'], ['10', '0', '10']],
    ['nobody at all is free', '2004', ['0', '0', '0'], ['0', '0', '0']],
    ['the minimum is free', '2005', ['6', '3', '3'], ['6', '3', '3']],
    [
      'few persons in neither category could be told by subtraction',
      '2006',
      ['10', '5', '4'],
      ['10', HIDDEN, HIDDEN],
    ],
    ['so could few in a missing category', '2007', ['10', '...', '8'], ['10', HIDDEN, HIDDEN]],
    [
      'many in a missing category hide nothing',
      '2008',
      ['30', '...', '20'],
      ['30', 'PENDING DELIVERED', '20'],
    ],
    [
      'what the plug-in hides itself must not be what is left',
      '2009',
      ['30', '*', '20'],
      ['30', HIDDEN, HIDDEN],
    ],
  ] as const;

  describe('by category', () => {
    beforeAll(async () => {
      // By two inputs: what one file says must add up.
      await ingestTable(
        store,
        columns(totalsAndCategories.map(([, period, [total]]) => [`helped ${period}`, total])),
      );
      await ingestTable(
        store,
        columns(
          totalsAndCategories.flatMap(([, period, [, male, female]]) => [
            [`helped ${period} male`, male],
            [`helped ${period} female`, female],
          ]),
        ),
        { input: 'small/second' },
      );
    });

    test.each(totalsAndCategories)('%s', async (_, period, __, [total, male, female]) => {
      const delivered = (text: string) => (/^\d/.test(text) ? `${text} DELIVERED` : text);
      expect(await helpedInFels(period)).toEqual({
        total: delivered(total),
        male: delivered(male),
        female: delivered(female),
      });
    });
  });

  test('of a sum are judged by the sum, not by its members', async () => {
    await ingestTable(
      store,
      `
                helped 2020  helped 2020 male  helped 2020 female
      16099001  2            1                 1
      16099002  4            2                 2
      16097001  1            1                 0
      16097002  1            0                 1
      16097003  0            0                 0`,
    );
    expect(await helpedInFels('2020')).toEqual({
      total: '6 SUMMED 100 %',
      male: '3 SUMMED 100 %',
      female: '3 SUMMED 100 %',
    });
    expect((await figures(store, 'district 16097', 'helped'))[2020]).toBe('CONFIDENTIAL SUMMED');
  });

  test('a change of one category hides and shows those beside it', async () => {
    const deliver = (male: string) =>
      ingestTable(
        store,
        `
               helped 2021 male
        16099  ${male}`,
        { kind: 'partial', input: 'small/second' },
      );
    await ingestTable(
      store,
      `
             helped 2021  helped 2021 male  helped 2021 female
      16099  9            4                 5`,
    );
    const shown = { total: '9 DELIVERED', male: '4 DELIVERED', female: '5 DELIVERED' };
    expect(await helpedInFels('2021')).toEqual(shown);
    await deliver('2');
    expect(await helpedInFels('2021')).toEqual({ total: '9 DELIVERED', male: HIDDEN, female: HIDDEN });
    await deliver('4');
    expect(await helpedInFels('2021')).toEqual(shown);
    await ingestTable(
      store,
      `
             helped 2021
      16099  10`,
      { kind: 'partial' },
    );
    expect(await helpedInFels('2021')).toEqual({ total: '10 DELIVERED', male: HIDDEN, female: HIDDEN });
  });

  const shares = [
    ['its numerator', '2031', '2', '50', HIDDEN],
    ['its denominator', '2032', '0', '2', HIDDEN],
    ['its complement', '2033', '48', '50', HIDDEN],
    ['nothing', '2034', '47', '50', '94 DELIVERED'],
    ['nothing, where nobody is in it', '2035', '0', '50', '0 DELIVERED'],
    ['nothing, where everybody is in it', '2036', '50', '50', '100 DELIVERED'],
  ] as const;

  describe('in a share', () => {
    beforeAll(async () => {
      await ingestTable(
        store,
        columns(
          shares.flatMap(([, period, helped, asked]) => [
            [`helped ${period}`, helped],
            [`asked ${period}`, asked],
          ]),
        ),
      );
    });

    test.each(shares)('hide it by %s', async (_, period, __, ___, expected) => {
      expect((await figures(store, 'district 16099', 'helpedShare'))[period]).toBe(expected);
    });
  });

  test('a share by category is hidden as the counts by category are', async () => {
    await ingestTable(
      store,
      `
             helped 2023  helped 2023 male  helped 2023 female  asked 2023  asked 2023 male  asked 2023 female
      16099  30           2                 28                  60          30               30`,
    );
    expect((await figures(store, 'district 16099', 'helpedShare'))[2023]).toBe('50 DELIVERED');
    for (const breakdown of ['sex=male', 'sex=female']) {
      expect((await figures(store, 'district 16099', 'helpedShare', { breakdown }))[2023]).toBe(HIDDEN);
      expect((await figures(store, 'district 16099', 'asked', { breakdown }))[2023]).toBe('30 DELIVERED');
    }
  });
});

/** A table with one row, of the district Fels. */
function columns(cells: readonly (readonly string[])[]): string {
  return `${cells.map(([name]) => name).join('  ')}\n16099 ${cells.map(([, cell]) => cell).join(' ')}`;
}

describe.each(askedEngines)('what is computed from own counts on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    const notHelped = smallIndicator('notHelped', {
      op: 'subtract',
      left: read('asked'),
      right: read('helped'),
    });
    const changes = [
      smallIndicator('helpedChange', { op: 'change', of: read('helped'), periods: 1 }),
      smallIndicator('helpedIndex', { op: 'index', of: read('helped'), base: '2020' }),
      smallIndicator('shareIndex', {
        op: 'index',
        of: { op: 'share', part: read('helped'), whole: read('asked') },
        base: '2020',
      }),
    ];
    store = await smallStore(engine, {
      ...smallCatalogue,
      indicators: [...smallCatalogue.indicators, notHelped, ...changes],
    });
  });
  afterEach(() => emptyFacts(store));
  afterAll(() => store.close());

  async function inFels(indicator: string, period: string): Promise<readonly (string | undefined)[]> {
    const of = async (breakdown: string) =>
      (await figures(store, 'district 16099', indicator, { breakdown }))[period];
    return Promise.all(['', 'sex=male', 'sex=female'].map(of));
  }

  test('a small difference of one category hides that of the others, which could be subtracted', async () => {
    await ingestTable(
      store,
      `
             asked 2014  asked 2014 male  asked 2014 female  helped 2014  helped 2014 male  helped 2014 female
      16099  60          30               30                 48           28                20`,
    );
    expect(await inFels('notHelped', '2014')).toEqual(['12 DELIVERED', HIDDEN, HIDDEN]);
    expect(await inFels('helpedShare', '2014')).toEqual(['80 DELIVERED', HIDDEN, HIDDEN]);
  });

  test('a hidden total hides its categories, of which it is the sum', async () => {
    await ingestTable(
      store,
      `
             helped 2015  helped 2015 male  helped 2015 female
      16099  *            5                 7`,
    );
    expect(await inFels('helped', '2015')).toEqual([HIDDEN, HIDDEN, HIDDEN]);
  });

  const years = ['2020', '2021', '2022', '2023', '2024'];
  const atEitherEnd = [
    [
      'a small change is hidden',
      '50 52 55 55 49',
      ['3', '0', '-6'],
      'helpedChange',
      ['2022', '2023', '2024'],
    ],
    ['a hidden count hides both changes', '50 * 55 65 2', ['10'], 'helpedChange', ['2023']],
    [
      'an index that tells a small change is hidden',
      '50 52 55 50 0',
      ['100', '110', '100', '0'],
      'helpedIndex',
      ['2020', '2022', '2023', '2024'],
    ],
    ['a hidden base hides all indices', '2 50 55 60 65', [], 'helpedIndex', []],
    ['so does a base that the source hides', '* 50 55 60 65', [], 'helpedIndex', []],
    [
      'a small count hides its index',
      '50 2 1 3 60',
      ['100', '6', '120'],
      'helpedIndex',
      ['2020', '2023', '2024'],
    ],
  ] as const;

  test.each(atEitherEnd)('%s', async (_, cells, values, indicator, shownIn) => {
    await ingestTable(store, `${years.map((year) => `helped ${year}`).join('  ')}\n16099  ${cells}`);
    const found = await figures(store, 'district 16099', indicator);
    const shown = Object.fromEntries(shownIn.map((year, at) => [year, `${values[at]} DELIVERED`]));
    const first =
      indicator === 'helpedChange' ? { 2020: expect.stringMatching(/^(NOT_AVAILABLE|CONFIDENTIAL) /) } : {};
    const expected = Object.fromEntries(years.map((year) => [year, HIDDEN]));
    expect(found).toEqual({ ...expected, ...first, ...shown });
  });

  test('a small change of one category hides that of the others, which could be subtracted', async () => {
    await ingestTable(
      store,
      `
             helped 2020  helped 2020 male  helped 2020 female  helped 2021  helped 2021 male  helped 2021 female
      16099  50           30                20                  60           31                29`,
    );
    const inYear = async (indicator: string) => inFels(indicator, '2021');
    expect(await inYear('helpedChange')).toEqual(['10 DELIVERED', HIDDEN, HIDDEN]);
    expect(await inYear('helpedIndex')).toEqual(['120 DELIVERED', HIDDEN, HIDDEN]);
    // A category that may be shown today has no index where it was hidden in the year of the base.
    await ingestTable(
      store,
      `
             helped 2020  helped 2020 male  helped 2020 female  helped 2021  helped 2021 male  helped 2021 female
      16099  50           2                 48                  90           30                60`,
    );
    expect(await inYear('helped')).toEqual(['90 DELIVERED', '30 DELIVERED', '60 DELIVERED']);
    expect(await inYear('helpedIndex')).toEqual(['180 DELIVERED', HIDDEN, HIDDEN]);
    expect(await inYear('helpedChange')).toEqual(['40 DELIVERED', HIDDEN, HIDDEN]);
  });

  test('few persons in neither category hide the categories also where a formula reads the count twice', async () => {
    await ingestTable(
      store,
      `
             helped 2020  helped 2020 male  helped 2020 female  helped 2021
      16099  30           15                15                  20`,
    );
    await ingestTable(
      store,
      `
             helped 2021 male  helped 2021 female
      16099  9                 9`,
      { input: 'small/second' },
    );
    expect(await inFels('helped', '2021')).toEqual(['20 DELIVERED', HIDDEN, HIDDEN]);
    expect(await inFels('helpedChange', '2021')).toEqual(['-10 DELIVERED', HIDDEN, HIDDEN]);
    expect(await inFels('helpedIndex', '2021')).toEqual(['67 DELIVERED', HIDDEN, HIDDEN]);
  });

  test('an index of a share is hidden where the share is, at either time', async () => {
    await ingestTable(
      store,
      `
             helped 2020  asked 2020  helped 2021  asked 2021  helped 2022  asked 2022
      16099  20           50          30           50          49           50`,
    );
    expect(await figures(store, 'district 16099', 'shareIndex')).toEqual({
      2020: '100 DELIVERED',
      2021: '150 DELIVERED',
      2022: HIDDEN,
    });
  });
});
