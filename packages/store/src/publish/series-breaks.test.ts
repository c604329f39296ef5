import {
  bitsOfFlags,
  type Catalogue,
  frequencyOf,
  methodsSeenBy,
  periodEnd,
  periodStart,
  shiftPeriod,
} from '@kreisweit/domain';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { smallCatalogue } from '../testing/small-catalogue.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyFacts, smallStore } from '../testing/small-store.ts';
import { allFigures, type Figures, figures } from '../testing/stored-rows.ts';
import { markedSql, type SeriesBreaks } from './series-breaks.ts';

const reason = { de: 'neue Zählung', en: 'counted anew' };

/** Residents are counted anew from 2011 on; the places depend on the area. */
const catalogue: Catalogue = {
  ...smallCatalogue,
  measures: smallCatalogue.measures.map((measure) => {
    if (measure.key === 'small/residents') return { ...measure, breaks: [{ from: '2011', reason }] };
    return measure.key === 'small/offices' ? { ...measure, apportionBy: 'area' } : measure;
  }),
};

/** The flags of entries that have any that says how they stand to the one before. */
function marks(series: Figures): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(series).flatMap(([period, text]) => {
      const found = text.split(' ').filter((word) => word === 'BREAK' || word === 'REFORM');
      return found.length === 0 ? [] : [[period, found.join(' ')]];
    }),
  );
}

describe.each(askedEngines)('breaks of series on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine, catalogue);
  });
  afterEach(async () => {
    await emptyFacts(store);
    await store.database.pool.query('delete from reform');
  });
  afterAll(() => store.close());

  async function marksOf(territory: string, indicator: string): Promise<Readonly<Record<string, string>>> {
    return marks(await figures(store, territory, indicator));
  }

  async function reform(key: string, day: string, movesPopulation = true): Promise<void> {
    const { rowCount } = await store.database.pool.query(
      `insert into reform (territory_id, day, moves_population, version_from)
       select coalesce(same_as, id), $2::date, $3::boolean, 1 from territory where kind || ' ' || key = $1`,
      [key, day, movesPopulation],
    );
    expect(rowCount).toBe(1);
  }

  describe('by a change of method', () => {
    test('mark the first entry after it, at every level', async () => {
      await ingestTable(
        store,
        `
                  residents 2009  residents 2010  residents 2011  residents 2012  residents 2013
        16097001  100             100             90              90              91
        16097002  60              60              .               50              51
        16097003  40              40              30              30              31
        16098     300             _               _               280             281`,
      );
      expect(await figures(store, 'district 16097', 'residents')).toEqual({
        2009: '200 SUMMED 100 %',
        2010: '200 SUMMED 100 %',
        2011: 'CONFIDENTIAL_OR_UNKNOWN SUMMED BREAK',
        2012: '170 SUMMED 100 %',
        2013: '173 SUMMED 100 %',
      });
      expect(await marksOf('municipality 16097001', 'residents')).toEqual({ 2011: 'BREAK' });
      expect(await marksOf('municipality 16097002', 'residents')).toEqual({ 2011: 'BREAK' });
      expect(await marksOf('district 16098', 'residents')).toEqual({ 2012: 'BREAK' });
    });

    test('mark nothing where the series begins after it, and no measure that has none', async () => {
      await ingestTable(
        store,
        `
                  residents 2011  residents 2012  foreigners 2010  foreigners 2011
        16097001  90              90              5                6`,
      );
      expect(await marksOf('municipality 16097001', 'residents')).toEqual({});
      expect(await marksOf('municipality 16097001', 'foreigners')).toEqual({});
    });

    test('mark every indicator that reads the measure, in the period for which it is read', async () => {
      await ingestTable(
        store,
        `
               residents 2009  residents 2010  residents 2011  residents 2012  foreigners 2010  foreigners 2011  places 2010  places 2011  places 2012
        16098  300             300             280             280             30               28               3            3            3`,
      );
      expect(await marksOf('district 16098', 'foreignShare')).toEqual({ 2011: 'BREAK' });
      expect(await marksOf('district 16098', 'residentsBefore')).toEqual({ 2012: 'BREAK' });
      expect(await marksOf('district 16098', 'placesPerThousand')).toEqual({ 2012: 'BREAK' });
      expect((await figures(store, 'district 16098', 'placesPerThousand'))[2012]).toBe(
        '10.7 DELIVERED BREAK MIXED_BASE',
      );
    });

    test('mark the first quarter and month after it, beside the year', async () => {
      await ingestTable(
        store,
        `
               residents 2010  residents 2010-Q3  residents 2010-Q4  residents 2011  residents 2011-Q1  residents 2011-Q2  residents 2010-12  residents 2011-02
        16098  300             300                300                280             280                280                300                280`,
      );
      expect(await marksOf('district 16098', 'residents')).toEqual({
        2011: 'BREAK',
        '2011-Q1': 'BREAK',
        '2011-02': 'BREAK',
      });
    });
  });

  describe('by a reform', () => {
    const twoDistricts = `
                foreigners 2013  foreigners 2014  foreigners 2015  foreigners 2016
      16097001  10               10               12               12
      16097002  6                6                6                6
      16097003  4                4                2                2
      16098     30               30               30               30`;

    test('mark the entry after it of the territories whose boundaries moved', async () => {
      await reform('municipality 16097001', '2015-07-01');
      await reform('municipality 16097003', '2015-07-01');
      await ingestTable(store, twoDistricts);
      const found = Object.entries(await allFigures(store)).flatMap(([name, series]) =>
        Object.entries(marks(series)).map(([period, flags]) => `${name} ${period}: ${flags}`),
      );
      expect(found).toEqual([
        'in district 16097: municipality 16097001 small/foreignShare 2015: BREAK REFORM',
        'in district 16097: municipality 16097001 small/foreigners 2015: BREAK REFORM',
        'in district 16097: municipality 16097003 small/foreignShare 2015: BREAK REFORM',
        'in district 16097: municipality 16097003 small/foreigners 2015: BREAK REFORM',
      ]);
    });

    test.each([
      ['on the last day of a period belongs to it', '2014-12-31', { 2014: 'BREAK REFORM' }],
      ['on the first day of a period belongs to it', '2015-01-01', { 2015: 'BREAK REFORM' }],
      ['before the series begins is none of it', '2013-12-31', {}],
      ['after its end is none of it', '2017-01-01', {}],
    ])('%s', async (_, day, expected) => {
      await reform('district 16098', day);
      await ingestTable(store, twoDistricts);
      expect(await marksOf('district 16098', 'foreigners')).toEqual(expected);
    });

    test('count from the day of the boundaries that a table names, at every level', async () => {
      const territories = ['municipality 16097001', 'district 16097', 'district 16098'];
      for (const territory of territories) await reform(territory, '2015-01-01');
      await ingestTable(store, twoDistricts, {
        boundaryNotes: [{ state: '16', from: '2014', until: '2014', boundary: { date: '2015-01-01' } }],
      });
      for (const territory of territories) {
        expect(await marksOf(territory, 'foreigners')).toEqual({ 2014: 'BREAK REFORM' });
      }
    });

    test('count where no inhabitant moved only for what depends on the area', async () => {
      await reform('district 16098', '2015-07-01', false);
      await ingestTable(
        store,
        `
               foreigners 2014  foreigners 2015  offices 2014  offices 2015
        16098  30               30               3             3`,
      );
      expect(await marksOf('district 16098', 'foreigners')).toEqual({});
      expect(await marksOf('district 16098', 'offices')).toEqual({ 2015: 'BREAK REFORM' });
    });

    test('count no longer once they are withdrawn', async () => {
      await reform('district 16098', '2015-07-01');
      await store.database.pool.query('update reform set version_until = 2');
      await ingestTable(store, twoDistricts);
      expect(await marksOf('district 16098', 'foreigners')).toEqual({});
    });

    test('mark every entry that has a value of either side of it, where an indicator reads the year before', async () => {
      await reform('district 16098', '2014-07-01');
      await ingestTable(
        store,
        `
               residents 2012  residents 2013  residents 2014  residents 2015  places 2013  places 2014  places 2015  places 2016
        16098  300             300             400             400             3            4            4            4`,
      );
      // Places of 2014 stand on the new boundaries and are set against residents of 2013 on the old ones.
      expect(await marksOf('district 16098', 'placesPerThousand')).toEqual({
        2014: 'BREAK REFORM',
        2015: 'BREAK REFORM',
      });
    });

    test('mark quarters as they mark years', async () => {
      await reform('district 16098', '2015-05-01');
      await ingestTable(
        store,
        `
               foreigners 2014  foreigners 2015  foreigners 2015-Q1  foreigners 2015-Q2  foreigners 2015-Q3
        16098  30               31               30                  31                  31`,
      );
      expect(await marksOf('district 16098', 'foreigners')).toEqual({
        2015: 'BREAK REFORM',
        '2015-Q2': 'BREAK REFORM',
      });
    });

    test('stand beside a change of method as one break', async () => {
      await reform('district 16098', '2011-01-01');
      await ingestTable(store, `  residents 2010  residents 2011\n 16098 300 280`);
      expect(await marksOf('district 16098', 'residents')).toEqual({ 2011: 'BREAK REFORM' });
    });
  });

  test('lie where a change of method or a reform does, whatever the entries of a series', async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, async ({ entries, inputs, reforms }) => {
        const seenBy = methodsSeenBy(inputs);
        const periods = [...new Set(entries.map(({ period }) => period))];
        const sql = (breaks: SeriesBreaks) => `
          with reform (territory_id, day, moves_population, version_until) as (values
            (0, date '0001-01-01', true, 1), ${reforms.map((each) => `(${each.territory}, date '${each.day}', ${each.moves}, null)`).join(', ')}
          ),
          published_period (period, frequency, methods) as (values
            ${periods.map((each) => `('${each}' collate "C", '${frequencyOf(each)}', ${seenBy(each)})`).join(', ')}
          ),
          period_row (district_id, territory_id, breakdown_id, period, first_boundary, last_boundary) as (values
            ${entries.map((each) => `(1, ${each.territory}, 0, '${each.period}' collate "C", date '${each.first}', date '${each.last}')`).join(', ')}
          ),
          marked as (${markedSql(breaks)})
          select territory_id as territory, period, marks from marked order by 1, 2`;
        for (const reading of ['none', 'population', 'all'] as const) {
          for (const methods of reading === 'none' ? [true] : [true, false]) {
            const { rows } = await store.database.pool.query(sql({ methods, reforms: reading }));
            const counting = reforms.filter(
              ({ moves }) => reading === 'all' || (reading === 'population' && moves),
            );
            expect(rows).toEqual(
              entries.map((entry) => ({
                territory: entry.territory,
                period: entry.period,
                marks: expectedMarks(entry, entries, methods ? inputs : [], counting),
              })),
            );
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

type Entry = {
  readonly territory: number;
  readonly period: string;
  readonly first: string;
  readonly last: string;
};
type Reform = { readonly territory: number; readonly day: string; readonly moves: boolean };
type Input = Parameters<typeof methodsSeenBy>[0][number];

const period = fc
  .tuple(fc.constantFrom('2010', '2010-Q1', '2010-10'), fc.nat({ max: 6 }))
  .map(([start, step]) => shiftPeriod(start, step));

const anyEntries = fc.record({
  entries: fc
    .uniqueArray(fc.record({ territory: fc.constantFrom(1, 2), period, lag: fc.nat({ max: 1 }) }), {
      selector: (each) => `${each.territory} ${each.period}`,
      minLength: 1,
      maxLength: 12,
    })
    .map((drawn) =>
      drawn
        .map(
          ({ territory, period: of, lag }): Entry => ({
            territory,
            period: of,
            first: periodEnd(shiftPeriod(of, -lag)),
            last: periodEnd(of),
          }),
        )
        .sort((left, right) => (key(left) < key(right) ? -1 : 1)),
    ),
  inputs: fc.array(
    fc.record({
      measure: fc.record({
        breaks: fc.array(
          period.map((from) => ({ from, reason })),
          { maxLength: 2 },
        ),
      }),
      lag: fc.nat({ max: 2 }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  reforms: fc.array(
    fc.record({
      territory: fc.constantFrom(1, 2),
      day: period.chain((of) => fc.constantFrom(periodStart(of), periodEnd(of))),
      moves: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

function key({ territory, period: of }: Entry): string {
  return `${territory} ${of}`;
}

/** The marks of an entry by looking at the one before it and at every change. */
function expectedMarks(
  entry: Entry,
  entries: readonly Entry[],
  inputs: readonly Input[],
  reforms: readonly Reform[],
): number {
  const before = entries.findLast(
    (other) =>
      other.territory === entry.territory &&
      frequencyOf(other.period) === frequencyOf(entry.period) &&
      other.period < entry.period,
  );
  if (before === undefined) return 0;
  const reformed = reforms.some(
    ({ territory, day }) => territory === entry.territory && day > before.first && day <= entry.last,
  );
  if (reformed) return bitsOfFlags(['BREAK', 'REFORM']);
  const changed = inputs.some(({ measure, lag }) =>
    measure.breaks.some(({ from }) => {
      const day = periodStart(from);
      return (
        day > periodEnd(shiftPeriod(before.period, -lag)) && day <= periodEnd(shiftPeriod(entry.period, -lag))
      );
    }),
  );
  return changed ? bitsOfFlags(['BREAK']) : 0;
}
