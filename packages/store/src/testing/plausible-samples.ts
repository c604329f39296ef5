import type {
  DeliveredCell,
  Measure,
  PlausibilityCheck,
  PlausibilityRule,
  StoredCell,
} from '@kreisweit/domain';
import fc from 'fast-check';
import { smallMeasure } from './small-catalogue.ts';

/** The measures of random rules: counts with partitions, own counts, and figures with decimals and a change of method. */
export const RULE_MEASURES: readonly Measure[] = [
  smallMeasure('a', { dimensions: ['sex', 'nationality'] }),
  smallMeasure('b'),
  smallMeasure('own', { disclosure: { minimum: 3 } }),
  smallMeasure('rounded', { additivity: 'rounded' }),
  smallMeasure('rate', {
    unit: 'euro',
    dimensions: [],
    breaks: [{ from: '2014', reason: { de: 'Neu', en: 'New' } }],
  }),
];

const KEYS = RULE_MEASURES.map(({ key }) => key);
const BREAKDOWNS = ['', 'sex=male', 'sex=female', 'nationality=german', 'nationality=german,sex=male'];

export const TERRITORIES = ['16097001', '16097002'] as const;

const key = fc.constantFrom(...KEYS);
const bound = fc.constantFrom(0, 1, 2.5, 6);

const check: fc.Arbitrary<PlausibilityCheck> = fc.oneof(
  fc.record(
    {
      sum: fc.array(key, { minLength: 1, maxLength: 3 }),
      equals: key,
      tolerance: fc.constantFrom(0, 1, 0.3),
    },
    { requiredKeys: ['sum', 'equals'] },
  ),
  fc.record({ atMost: fc.tuple(key, key) }),
  fc.record({ range: key, from: bound, to: bound }, { requiredKeys: ['range'] }),
  fc.record(
    { change: key, upTo: fc.constantFrom(1, 1.5, 3), above: fc.constantFrom(-1, 0, 2) },
    { requiredKeys: ['change', 'upTo'] },
  ),
);

const rules: fc.Arbitrary<readonly PlausibilityRule[]> = fc
  .array(fc.record({ check, severity: fc.constantFrom('error' as const, 'warning' as const) }), {
    maxLength: 4,
  })
  .map((drawn) =>
    drawn.map((one, index) => ({
      key: `small/rule${index}`,
      title: { de: `Regel ${index}`, en: `Rule ${index}` },
      note: null,
      ...one,
    })),
  );

/** Mostly the total and its two categories of one year, so that sums are complete. */
const at = {
  territory: fc.constantFrom(...TERRITORIES),
  measure: key,
  period: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('2013', '2014', '2015') },
    { weight: 1, arbitrary: fc.constantFrom('2013-Q2', '2014-Q2', '9999') },
  ),
  breakdown: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...BREAKDOWNS.slice(0, 3)) },
    { weight: 1, arbitrary: fc.constantFrom(...BREAKDOWNS) },
  ),
  value: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 5 }) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 50 }).map((tenths) => tenths / 10) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  isExact: fc.oneof(
    { weight: 9, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
};

const sameCell = ({ territory, measure, period, breakdown }: DeliveredCell | StoredCell): string =>
  [territory, measure, period, breakdown].join(' ');

/** A release, rules that it may break, and what is stored beside it. */
export type PlausibleSample = {
  readonly rules: readonly PlausibilityRule[];
  readonly kind: 'full' | 'partial';
  readonly cells: readonly DeliveredCell[];
  readonly stored: readonly StoredCell[];
};

export const plausibleSample: fc.Arbitrary<PlausibleSample> = fc
  .record({
    rules,
    kind: fc.constantFrom('full' as const, 'partial' as const),
    cells: fc.uniqueArray(fc.record(at), {
      minLength: 1,
      maxLength: 40,
      selector: (one) => Object.values(one).slice(0, 4).join(' '),
    }),
    stored: fc.uniqueArray(fc.record({ ...at, isOfInput: fc.boolean() }), {
      maxLength: 20,
      selector: sameCell,
    }),
  })
  .map(({ cells, ...rest }) => ({
    ...rest,
    cells: cells.map((cell, index) => ({ ...cell, line: index + 2, column: (index % 3) + 1 })),
  }));
