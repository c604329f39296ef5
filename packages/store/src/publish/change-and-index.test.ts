import {
  type Catalogue,
  type Component,
  evaluate,
  type Formula,
  flagBits,
  methodsSeenBy,
  type Period,
  periodEnd,
  periodRead,
  roundValue,
} from '@kreisweit/domain';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { read, smallCatalogue, smallIndicator, smallMeasure } from '../testing/small-catalogue.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyFacts, smallStore } from '../testing/small-store.ts';
import { figures } from '../testing/stored-rows.ts';

const reason = { de: 'neue Zählung', en: 'counted anew' };
const change = (of: Formula, periods = 1): Formula => ({ op: 'change', of, periods });
const index = (of: Formula, base: Period): Formula => ({ op: 'index', of, base });
const lag = (of: Formula, periods: number): Formula => ({ op: 'lag', of, periods });
const share = (part: Formula, whole: Formula): Formula => ({ op: 'share', part, whole });

/** All by name; residents are counted anew from 2011 on, arrivals add up over time. */
const formulas: Readonly<Record<string, Formula>> = {
  arrivals: read('arrivals'),
  residentsChange: change(read('residents')),
  residentsIndex: index(read('residents'), '2010'),
  placesChange: change(read('places')),
  placesOverTwo: change(read('places'), 2),
  placesChangeBefore: lag(change(read('places')), 1),
  placesIndex: index(read('places'), '2012'),
  growth: share(change(read('places')), lag(read('places'), 1)),
  foreignShareIndex: index(share(read('foreigners'), read('residents')), '2012'),
  indexOfIndex: index(index(read('places'), '2012'), '2013'),
  arrivalsChange: change(read('arrivals')),
  arrivalsIndex: index(read('arrivals'), '2014'),
  arrivalsQuarterly: index(read('arrivals'), '2014-Q1'),
};

const catalogue: Catalogue = {
  ...smallCatalogue,
  measures: [
    ...smallCatalogue.measures.map((measure) =>
      measure.key === 'small/residents' ? { ...measure, breaks: [{ from: '2011', reason }] } : measure,
    ),
    smallMeasure('arrivals', {
      unit: 'count',
      disclosure: 'none',
      dimensions: [],
      overTime: 'sum',
      reference: { during: 'period' },
    }),
  ],
  indicators: [
    ...smallCatalogue.indicators,
    ...Object.entries(formulas).map(([name, formula]) =>
      smallIndicator(name, formula, { decimals: 1, dimensions: [] }),
    ),
  ],
};

describe.each(askedEngines)('changes and indices on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine, catalogue);
  });
  afterEach(async () => {
    await emptyFacts(store);
    await store.database.pool.query('delete from reform');
  });
  afterAll(() => store.close());

  const inEiche = (indicator: string) => figures(store, 'district 16098', indicator);

  async function reform(key: string, day: string, movesPopulation = true): Promise<void> {
    const { rowCount } = await store.database.pool.query(
      `insert into reform (territory_id, day, moves_population, version_from)
       select coalesce(same_as, id), $2::date, $3::boolean, 1 from territory where kind || ' ' || key = $1`,
      [key, day, movesPopulation],
    );
    expect(rowCount).toBe(1);
  }

  const places = (from: number, cells: string) => {
    const header = cells.split(' ').map((_, year) => `places ${from + year}`);
    return ingestTable(store, `${header.join('  ')}\n16098  ${cells}`);
  };

  test('are computed from the totals, and begin with the series', async () => {
    await ingestTable(
      store,
      `
                places 2012  places 2013  places 2014
      16097001  10           12           15
      16097002  30           30           35
      16097003  10           10           10`,
    );
    const of = (indicator: string) => figures(store, 'district 16097', indicator);
    expect(await of('placesChange')).toEqual({
      2012: 'NOT_AVAILABLE SUMMED 100 %',
      2013: '2 SUMMED 100 %',
      2014: '8 SUMMED 100 %',
    });
    expect(await of('placesOverTwo')).toMatchObject({ 2014: '10 SUMMED 100 %' });
    expect(await of('placesChangeBefore')).toMatchObject({
      2014: '2 SUMMED 100 %',
      2015: '8 SUMMED 100 %',
    });
    expect(await of('placesIndex')).toEqual({
      2012: '100 SUMMED 100 %',
      2013: '104 SUMMED 100 %',
      2014: '120 SUMMED 100 %',
    });
    expect(await of('growth')).toMatchObject({ 2013: '4 SUMMED 100 %', 2014: '15.4 SUMMED 100 %' });
    expect(await of('indexOfIndex')).toMatchObject({ 2012: '96.2 SUMMED 100 %', 2014: '115.4 SUMMED 100 %' });
  });

  test('have no value across a change of method, and are marked', async () => {
    await ingestTable(
      store,
      `
             residents 2009  residents 2010  residents 2011  residents 2012  residents 2013
      16098  300             310             280             290             .`,
    );
    expect(await inEiche('residentsChange')).toEqual({
      2009: 'NOT_AVAILABLE DELIVERED',
      2010: '10 DELIVERED',
      2011: 'NOT_APPLICABLE DELIVERED BREAK',
      2012: '10 DELIVERED',
      2013: 'CONFIDENTIAL_OR_UNKNOWN DELIVERED',
    });
    expect(await inEiche('residentsIndex')).toEqual({
      2009: '96.8 DELIVERED',
      2010: '100 DELIVERED',
      2011: 'NOT_APPLICABLE DELIVERED BREAK',
      2012: 'NOT_APPLICABLE DELIVERED BREAK',
      2013: 'CONFIDENTIAL_OR_UNKNOWN DELIVERED BREAK',
    });
  });

  test('have a value where the method changed in both years that are compared or in neither', async () => {
    await ingestTable(
      store,
      `
             residents 2010  residents 2011  residents 2012  foreigners 2010  foreigners 2011  foreigners 2012
      16098  300             200             200             30               10               20`,
    );
    expect(await inEiche('foreignShareIndex')).toEqual({
      2010: 'NOT_APPLICABLE DELIVERED BREAK',
      // The first that can be compared with the base, and still not with the entry before.
      2011: '50 DELIVERED BREAK',
      2012: '100 DELIVERED',
    });
  });

  test('have no value across a reform of the territory, by the day of the boundaries', async () => {
    await reform('district 16098', '2013-07-01');
    await reform('district 16098', '2014-07-01', false);
    await reform('district 16097', '2012-07-01');
    await places(2011, '10 20 30 40 50');
    expect(await inEiche('placesChange')).toEqual({
      2011: 'NOT_AVAILABLE DELIVERED',
      2012: '10 DELIVERED',
      2013: 'NOT_APPLICABLE DELIVERED BREAK REFORM',
      2014: '10 DELIVERED',
      2015: '10 DELIVERED',
    });
    expect(await inEiche('placesOverTwo')).toMatchObject({
      2013: 'NOT_APPLICABLE DELIVERED BREAK REFORM',
      2014: 'NOT_APPLICABLE DELIVERED BREAK',
      2015: '20 DELIVERED',
    });
    expect(await inEiche('placesIndex')).toEqual({
      2011: '50 DELIVERED',
      2012: '100 DELIVERED',
      2013: 'NOT_APPLICABLE DELIVERED BREAK REFORM',
      2014: 'NOT_APPLICABLE DELIVERED BREAK',
      2015: 'NOT_APPLICABLE DELIVERED BREAK',
    });
    expect(await inEiche('growth')).toMatchObject({
      2013: 'NOT_APPLICABLE DELIVERED BREAK REFORM',
      // Growth of 2014 stands on the places of 2013 and 2014, that of 2013 on those of 2012 too.
      2014: '33.3 DELIVERED BREAK REFORM',
      2015: '25 DELIVERED',
    });
  });

  test('have no value without a base, with one of nothing, and for periods that are no years like it', async () => {
    await places(2013, '10 20');
    expect(await inEiche('placesIndex')).toEqual({
      2013: 'NOT_AVAILABLE DELIVERED',
      2014: 'NOT_AVAILABLE DELIVERED',
    });
    await emptyFacts(store);
    await places(2012, '0 20');
    expect(await inEiche('placesIndex')).toMatchObject({ 2013: 'NOT_APPLICABLE DELIVERED' });
    await emptyFacts(store);
    await ingestTable(store, 'places 2012  places 2012-Q1  places 2013-Q1\n16098 10 10 10');
    expect(await inEiche('placesIndex')).toMatchObject({
      2012: '100 DELIVERED',
      '2012-Q1': 'NOT_AVAILABLE DELIVERED',
      '2013-Q1': 'NOT_AVAILABLE DELIVERED',
    });
  });

  test('of years that are made of quarters', async () => {
    const quarters = (year: number) => [1, 2, 3, 4].map((quarter) => `arrivals ${year}-Q${quarter}`);
    const header = [...quarters(2014), ...quarters(2015)].join('  ');
    await ingestTable(store, `${header}\n16098  1 2 3 4 2 3 3 4`);
    expect((await inEiche('arrivals'))[2015]).toBe('12 SUMMED');
    expect((await inEiche('arrivalsChange'))[2015]).toBe('2 SUMMED');
    expect(await inEiche('arrivalsIndex')).toMatchObject({ 2014: '100 SUMMED', 2015: '120 SUMMED' });
    expect((await inEiche('arrivalsChange'))['2015-Q1']).toBe('-2 DELIVERED');
    expect((await inEiche('arrivalsQuarterly'))['2015-Q4']).toBe('400 DELIVERED');
    expect((await inEiche('arrivalsQuarterly'))[2015]).toBe('NOT_AVAILABLE SUMMED');
  });

  test('of years that are made of quarters have no value across a reform between the last of them', async () => {
    await reform('district 16098', '2015-05-01');
    const quarters = [2014, 2015].flatMap((year) =>
      [1, 2, 3, 4].map((quarter) => `arrivals ${year}-Q${quarter}`),
    );
    await ingestTable(store, `${quarters.join('  ')}\n16098  1 2 3 4 2 3 3 4`);
    const broken = 'NOT_APPLICABLE SUMMED BREAK REFORM';
    expect((await inEiche('arrivalsChange'))[2015]).toBe(broken);
    expect(await inEiche('arrivalsIndex')).toMatchObject({ 2014: '100 SUMMED', 2015: broken });
    expect(await inEiche('arrivalsQuarterly')).toMatchObject({
      '2015-Q1': '200 DELIVERED',
      '2015-Q2': 'NOT_APPLICABLE DELIVERED BREAK REFORM',
      '2015-Q3': 'NOT_APPLICABLE DELIVERED BREAK',
    });
  });

  test('are computed anew when their base is delivered again', async () => {
    await places(2012, '10 20');
    await ingestTable(store, 'places 2012\n16098 5', { input: 'small/second', kind: 'partial' });
    expect(await inEiche('placesIndex')).toEqual({ 2012: '100 DELIVERED', 2013: '400 DELIVERED' });
  });

  test('equal their oracle on any series', async () => {
    await fc.assert(
      fc.asyncProperty(anySeries, async ({ cells, days }) => {
        await emptyFacts(store);
        await store.database.pool.query('delete from reform');
        for (const day of new Set(days)) await reform('district 16098', day);
        const columns = cells.flatMap(({ measure, year, cell }) =>
          cell === '_' ? [] : [{ measure, year, cell }],
        );
        if (columns.length === 0) return;
        await ingestTable(
          store,
          `${columns.map(({ measure, year }) => `${measure} ${year}`).join('  ')}\n16098  ${columns.map(({ cell }) => cell).join(' ')}`,
        );
        const delivered = new Map(columns.map(({ measure, year, cell }) => [`${measure} ${year}`, cell]));
        for (const name of [
          'residentsChange',
          'residentsIndex',
          'placesOverTwo',
          'growth',
          'foreignShareIndex',
          'indexOfIndex',
        ]) {
          const found = await inEiche(name);
          const formula = formulas[name] ?? read('');
          for (const [period, text] of Object.entries(found)) {
            const outcome = evaluate(formula, (key, periods, base) => {
              const told = periodRead({ lag: periods, base }, period);
              return told === null ? undefined : componentOf(delivered, key, told, days);
            });
            const expected = outcome.value === null ? outcome.status : String(roundValue(outcome.value, 1));
            expect([name, period, text.split(' ')[0]]).toEqual([name, period, expected]);
            if ((outcome.flags & flagBits.BREAK) !== 0) expect(text).toContain('BREAK');
          }
        }
      }),
      { numRuns: 14 },
    );
  });
});

/** What a formula reads of Eiche, with the era of rule 11: the changes of method and the reforms until then. */
function componentOf(
  delivered: ReadonlyMap<string, string>,
  key: string,
  period: Period,
  reforms: readonly string[],
): Component | undefined {
  const cell = delivered.get(`${key.slice('small/'.length)} ${period}`);
  const measure = catalogue.measures.find((one) => one.key === key);
  if (cell === undefined || measure === undefined) return undefined;
  const methods = methodsSeenBy([{ measure, lag: 0 }])(period);
  const era = methods * 100 + new Set(reforms.filter((day) => day <= periodEnd(period))).size;
  return cell === '*'
    ? { value: null, status: 'CONFIDENTIAL', flags: 0, era }
    : { value: Number(cell), status: 'NORMAL', flags: 0, era };
}

const YEARS = [2009, 2010, 2011, 2012, 2013];

const anySeries = fc.record({
  cells: fc.tuple(
    ...['residents', 'foreigners', 'places'].flatMap((measure) =>
      YEARS.map((year) =>
        fc
          .oneof(
            { weight: 12, arbitrary: fc.integer({ min: 0, max: 50 }).map(String) },
            { weight: 1, arbitrary: fc.constantFrom('*', '_') },
          )
          .map((cell) => ({ measure, year, cell })),
      ),
    ),
  ),
  days: fc.array(
    fc.constantFrom('2009-01-01', '2010-01-01', '2010-12-31', '2012-07-01', '2013-12-31', '2014-01-01'),
    { maxLength: 2 },
  ),
});
