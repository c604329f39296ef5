import {
  type Component,
  longerPeriods,
  type Measure,
  type Period,
  type Status,
  valueOverTime,
} from '@kreisweit/domain';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { read, smallCatalogue, smallIndicator, smallMeasure } from '../testing/small-catalogue.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyFacts, smallStore } from '../testing/small-store.ts';
import { figures } from '../testing/stored-rows.ts';

const things = { unit: 'count', disclosure: 'none', dimensions: [] } as const;

/** One measure for each way in which values become that of a longer period, and those that may not. */
const measures: readonly Measure[] = [
  smallMeasure('arrivals', { ...things, overTime: 'sum', reference: { during: 'period' } }),
  smallMeasure('jobless', { ...things, overTime: 'mean', reference: { mean: 'year' } }),
  smallMeasure('stock', { ...things, overTime: 'last' }),
  smallMeasure('inMarch', { ...things, overTime: 'last', reference: { at: '03-01' } }),
  smallMeasure('pupils', { ...things, overTime: 'sum', reference: { schoolYear: 'end' } }),
  smallMeasure('advised', {
    overTime: 'sum',
    reference: { during: 'period' },
    dimensions: [],
    disclosure: { minimum: 3 },
    reportedAt: 'district',
  }),
];
const catalogue = {
  ...smallCatalogue,
  measures: [...smallCatalogue.measures, ...measures],
  indicators: [
    ...smallCatalogue.indicators,
    ...measures.map(({ key, dimensions }) =>
      smallIndicator(key.slice('small/'.length), undefined, { dimensions, decimals: 2 }),
    ),
    smallIndicator('arrivalsBefore', { op: 'lag', of: read('arrivals'), periods: 1 }, { dimensions: [] }),
  ],
};

/** Sixteen columns: a year, its quarters and its months. */
const PERIODS: readonly Period[] = [
  '2015',
  ...['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `2015-${quarter}`),
  ...Array.from({ length: 12 }, (_, month) => `2015-${String(month + 1).padStart(2, '0')}`),
];

describe.each(askedEngines)('values of longer periods on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine, catalogue);
  });
  afterEach(() => emptyFacts(store));
  afterAll(() => store.close());

  /** Ingests the cells of one measure for the kreisfreie Stadt 16098, by period; and answers what is published. */
  async function published(measure: string, cells: Readonly<Record<Period, string>>, territory = '16098') {
    await emptyFacts(store);
    const header = Object.keys(cells).map((period) => `${measure} ${period}`);
    await ingestTable(store, `${header.join('  ')}\n${territory}  ${Object.values(cells).join('  ')}`);
    return figures(store, `district ${territory}`, measure);
  }

  const quarters = (...cells: readonly string[]) =>
    Object.fromEntries(cells.map((cell, index) => [`2015-Q${index + 1}`, cell]));

  test('flows add up, means are averaged, of stocks the last counts', async () => {
    expect((await published('arrivals', quarters('1', '2', '3', '4')))[2015]).toBe('10 SUMMED');
    expect((await published('jobless', quarters('1', '2', '3', '4')))[2015]).toBe('2.5 SUMMED');
    expect((await published('stock', quarters('1', '2', '3', '4')))[2015]).toBe('4 SUMMED');
    expect((await published('stock', quarters('.', '/', '...', '4')))[2015]).toBe('4 SUMMED');
    expect((await published('stock', { '2015-Q3': '4' }))[2015]).toBe('NOT_AVAILABLE SUMMED');
  });

  test('months make quarters and years', async () => {
    const months = Object.fromEntries(PERIODS.slice(5).map((period, index) => [period, String(index + 1)]));
    const found = await published('arrivals', months);
    expect([found['2015-Q1'], found['2015-Q4'], found[2015]]).toEqual(['6 SUMMED', '33 SUMMED', '78 SUMMED']);
  });

  test('a year that refers to another day, or to a school year, is not made of its months', async () => {
    expect(await published('inMarch', quarters('1', '2', '3', '4'))).not.toHaveProperty('2015');
    expect(await published('pupils', quarters('1', '2', '3', '4'))).not.toHaveProperty('2015');
  });

  test('what was delivered for the year wins, and so does its sign; what may come later makes way', async () => {
    const parts = quarters('1', '2', '3', '4');
    expect((await published('arrivals', { 2015: '11', ...parts }))[2015]).toBe('11 DELIVERED');
    expect((await published('arrivals', { 2015: '.', ...parts }))[2015]).toBe(
      'CONFIDENTIAL_OR_UNKNOWN DELIVERED',
    );
    expect((await published('arrivals', { 2015: '...', ...parts }))[2015]).toBe('10 SUMMED');
    expect((await published('arrivals', { 2015: '/', ...parts }))[2015]).toBe('UNRELIABLE DELIVERED');
  });

  test('a part that is missing makes it incomplete, one that is hidden hides it', async () => {
    expect((await published('arrivals', quarters('1', '2', '3')))[2015]).toBe('INCOMPLETE SUMMED');
    expect((await published('arrivals', quarters('1', '2', '3', '*')))[2015]).toBe('CONFIDENTIAL SUMMED');
    expect((await published('jobless', quarters('1', '.', '3')))[2015]).toBe(
      'CONFIDENTIAL_OR_UNKNOWN SUMMED',
    );
  });

  test('members are added up first, then the parts of the year; a state adds up its districts', async () => {
    await ingestTable(
      store,
      `
                arrivals 2015-Q1  arrivals 2015-Q2  arrivals 2015-Q3  arrivals 2015-Q4
      16097001  1                 2                 3                 4
      16097002  10                20                30                40
      16097003  100               200               300               400
      16098     1000              2000              3000              4000`,
    );
    expect((await figures(store, 'municipality 16097002', 'arrivals'))[2015]).toBe('100 SUMMED');
    expect((await figures(store, 'district 16097', 'arrivals'))[2015]).toBe('1110 SUMMED 100 %');
    expect((await figures(store, 'district 16097', 'arrivalsBefore'))[2016]).toBe('1110 SUMMED 100 %');
  });

  test('of an own count a hidden part, or a small rest, hides the year: it could be subtracted', async () => {
    expect((await published('advised', { 2015: '40', ...quarters('10', '10', '18', '2') }))[2015]).toBe(
      'CONFIDENTIAL DELIVERED',
    );
    expect((await published('advised', { 2015: '40', ...quarters('10', '10', '18') }))[2015]).toBe(
      'CONFIDENTIAL DELIVERED',
    );
    expect((await published('advised', { 2015: '40', ...quarters('10', '10', '10') }))[2015]).toBe(
      '40 DELIVERED',
    );
    expect((await published('advised', quarters('10', '10', '18', '2')))[2015]).toBe('CONFIDENTIAL SUMMED');
    expect((await published('advised', quarters('10', '10', '18', '0')))[2015]).toBe('38 SUMMED');
  });

  test('an own count stands where a release holds parts of other measures only', async () => {
    await ingestTable(store, 'advised 2015  arrivals 2015-Q1\n16098  40  7');
    expect(await figures(store, 'district 16098', 'advised')).toEqual({ 2015: '40 DELIVERED' });
  });

  test('are what the domain computes, whatever was delivered', async () => {
    const signs: Readonly<Record<string, Status>> = {
      '.': 'CONFIDENTIAL_OR_UNKNOWN',
      '*': 'CONFIDENTIAL',
      '/': 'UNRELIABLE',
      '...': 'PENDING',
    };
    const cell = fc.oneof(
      { weight: 30, arbitrary: fc.nat(20).map(String) },
      { weight: 1, arbitrary: fc.constantFrom(...Object.keys(signs), '_') },
    );
    const cells = fc.tuple(
      ...PERIODS.map((_, index) =>
        index === 0 ? fc.constantFrom('_', '_', '_', '7', '...', '/', '*') : cell,
      ),
    );
    const rules = { arrivals: 'sum', jobless: 'mean', stock: 'last' } as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('arrivals', 'jobless', 'stock'),
        cells,
        fc.subarray(PERIODS as Period[], { minLength: 1 }),
        async (measure, drawn, kept) => {
          const delivered = new Map(
            PERIODS.flatMap((period, index): [Period, Component][] => {
              const text = drawn[index] ?? '_';
              if (text === '_' || !kept.includes(period)) return [];
              const status = signs[text] ?? 'NORMAL';
              return [[period, { value: status === 'NORMAL' ? Number(text) : null, status, flags: 0 }]];
            }),
          );
          if (delivered.size === 0) return;
          const found = await published(
            measure,
            Object.fromEntries(
              [...delivered.keys()].map((period) => [period, drawn[PERIODS.indexOf(period)] ?? '_']),
            ),
          );
          for (const period of ['2015', '2015-Q1', '2015-Q2', '2015-Q3', '2015-Q4']) {
            const expected = expectedOf(period, delivered, rules[measure]);
            expect([period, found[period]?.split(' ')[0]]).toEqual([period, expected]);
          }
        },
      ),
      { numRuns: 10 },
    );
  });
});

/** What is told of a period: what was delivered, else what its quarters make of it, else its months. */
function expectedOf(
  period: Period,
  delivered: ReadonlyMap<Period, Component>,
  rule: 'sum' | 'mean' | 'last',
): string | undefined {
  const own = delivered.get(period);
  if (own !== undefined && own.status !== 'PENDING') return shown(own);
  const candidates = (['quarter', 'month'] as const).flatMap((frequency) => {
    const parts = PERIODS.filter(
      (part) =>
        part.includes('Q') === (frequency === 'quarter') &&
        longerPeriods(part).some((longer) => longer.period === period),
    );
    return parts.some((part) => delivered.has(part))
      ? [
          valueOverTime(
            rule,
            parts.map((part) => delivered.get(part)),
          ),
        ]
      : [];
  });
  const best = candidates.find(({ status }) => status === 'NORMAL') ?? own ?? candidates[0];
  return best === undefined ? undefined : shown(best);
}

function shown({ value, status }: { readonly value: number | null; readonly status: Status }): string {
  return status === 'NORMAL' ? String(Math.round((value ?? 0) * 100) / 100) : status;
}
