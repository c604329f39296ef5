import { expect, test } from 'vitest';
import type { OverTimeRule } from '../measure/value-over-time.ts';
import type { Carried, Carrier } from './carried.ts';
import { withLongerPeriods } from './longer-on-boundaries.ts';

const nothing: Carried = {
  value: null,
  status: 'NOT_AVAILABLE',
  flags: 0,
  isItself: false,
  apportioned: null,
  obstacle: null,
};
const number = (value: number, extra: Partial<Carried> = {}): Carried => ({
  ...nothing,
  value,
  status: 'NORMAL',
  apportioned: 0,
  ...extra,
});

function carrierOf(known: Readonly<Record<string, Carried>>): Carrier {
  return {
    periods: Object.keys(known),
    at: (period) => known[period] ?? { ...nothing, obstacle: 'NOT_IN_FORCE' },
  };
}

const flow: OverTimeRule = { overTime: 'sum', reference: { during: 'period' } };
const stock: OverTimeRule = { overTime: 'last', reference: { at: '12-31' } };

const quarters = {
  '2015-Q1': number(1),
  '2015-Q2': number(2, { apportioned: 0.5 }),
  '2015-Q3': number(3),
  '2015-Q4': number(4, { isItself: true }),
};

test('flows of all parts add up to the longer period, with the share of it that was divided', () => {
  const { periods, at } = withLongerPeriods(flow, carrierOf(quarters));
  expect(periods).toEqual([...Object.keys(quarters), '2015']);
  expect(at('2015')).toEqual(number(10, { apportioned: 0.1 }));
});

test('of stocks the last part counts, and is itself where that is', () => {
  expect(withLongerPeriods(stock, carrierOf(quarters)).at('2015')).toEqual(number(4, { isItself: true }));
});

test('what was reported for the longer period goes before its parts, but not that it is to come', () => {
  const with2015 = (own: Carried) =>
    withLongerPeriods(flow, carrierOf({ ...quarters, 2015: own })).at('2015');
  expect(with2015(number(12)).value).toBe(12);
  expect(with2015({ ...nothing, status: 'CONFIDENTIAL' }).status).toBe('CONFIDENTIAL');
  expect(with2015({ ...nothing, status: 'PENDING' }).value).toBe(10);
});

test('quarters go before months, and months before nothing', () => {
  const months = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`2015-${String(at + 1).padStart(2, '0')}`, number(1)]),
  );
  expect(withLongerPeriods(flow, carrierOf({ ...quarters, ...months })).at('2015').value).toBe(10);
  const { '2015-Q3': _, ...lacking } = quarters;
  expect(withLongerPeriods(flow, carrierOf({ ...lacking, ...months })).at('2015').value).toBe(12);
});

test('a part that cannot be carried over leaves no longer value, and says why; so does the end of the period', () => {
  const merged = { ...nothing, obstacle: 'MERGED_SINCE' } as const;
  const lacking = { ...quarters, '2015-Q3': merged };
  expect(withLongerPeriods(flow, carrierOf(lacking)).at('2015')).toMatchObject({
    value: null,
    status: 'INCOMPLETE',
    obstacle: 'MERGED_SINCE',
  });
  const { '2015-Q4': _, ...early } = quarters;
  expect(withLongerPeriods(stock, carrierOf(early)).at('2015')).toMatchObject({
    status: 'NOT_AVAILABLE',
    obstacle: 'NOT_IN_FORCE',
  });
});

test('what is not made up of its parts stays as it is', () => {
  const carrier = carrierOf(quarters);
  const inMarch: OverTimeRule = { overTime: 'last', reference: { at: '03-01' } };
  expect(withLongerPeriods(inMarch, carrier)).toBe(carrier);
});
