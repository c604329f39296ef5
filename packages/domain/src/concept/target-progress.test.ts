import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Status, statuses } from '../observation/status.ts';
import { anyDay } from '../task/testing/any-cooperation.ts';
import type { ConceptTarget } from './concept-target.ts';
import { targetCounts } from './target-counts.ts';
import { type CurrentValue, targetBaseline, targetProgress } from './target-progress.ts';
import { target } from './testing/any-concept.ts';

const read = (period: string, value: number | null, status: Status = 'NORMAL'): CurrentValue => ({
  indicator: target.indicator,
  breakdown: {},
  period,
  value,
  status,
});
const open = { from: null };
const lower: ConceptTarget = { ...target, direction: 'lowerIsBetter' };

test.each<[string, ConceptTarget, readonly CurrentValue[], object]>([
  ['reached', target, [read('2027', 100)], { state: 'REACHED', value: 100, missing: 0 }],
  ['reached before its time', target, [read('2025', 120)], { state: 'REACHED', period: '2025' }],
  ['not yet reached', target, [read('2026', 90)], { state: 'NOT_YET', missing: 10 }],
  ['missed', target, [read('2026', 110), read('2027', 90)], { state: 'MISSED', missing: 10, period: '2027' }],
  ['reached from above', lower, [read('2027', 100)], { state: 'REACHED', missing: 0 }],
  ['missed from above', lower, [read('2027', 120)], { state: 'MISSED', missing: 20 }],
  ['not told by what came after', target, [read('2028', 200)], { state: 'UNKNOWN', period: null }],
  [
    'not told by other categories',
    target,
    [{ ...read('2027', 9), breakdown: { sex: 'female' } }],
    { state: 'UNKNOWN' },
  ],
  [
    'told by the month before',
    target,
    [read('2026', 1), read('2027-11', 99)],
    { state: 'NOT_YET', period: '2027-11' },
  ],
  [
    'told by its own year',
    target,
    [read('2027', 100), read('2027-Q4', 9)],
    { state: 'REACHED', period: '2027' },
  ],
  [
    'unknown where its own value is confidential, whatever was before',
    target,
    [read('2026', 100), read('2027', null, 'CONFIDENTIAL')],
    { state: 'UNKNOWN', value: null, missing: null, period: '2027', status: 'CONFIDENTIAL' },
  ],
])('a target is %s', (_, one, values, expected) => {
  expect(targetProgress(one, values, open)).toMatchObject({ target: 'more-courses', ...expected });
});

const since = { from: '2026-07-01' };
test.each<[string, readonly CurrentValue[], object, object | null]>([
  [
    'reached before it began',
    [read('2024', 90), read('2025', 120)],
    { state: 'UNKNOWN', value: null, missing: null, period: null, status: null },
    { value: 120, period: '2025', status: 'NORMAL' },
  ],
  [
    'not reached before it began',
    [read('2026-06', 90)],
    { state: 'UNKNOWN', period: null },
    { value: 90, period: '2026-06', status: 'NORMAL' },
  ],
  [
    'confidential before it began',
    [read('2024', 120), read('2025', null, 'CONFIDENTIAL')],
    { state: 'UNKNOWN' },
    { value: null, period: '2025', status: 'CONFIDENTIAL' },
  ],
  [
    'reached in the year in which it began',
    [read('2025', 50), read('2026', 100)],
    { state: 'REACHED', period: '2026' },
    { value: 50, period: '2025' },
  ],
  ['first read when it had begun', [read('2026', 90)], { state: 'NOT_YET', missing: 10 }, null],
  ['never read', [], { state: 'UNKNOWN' }, null],
])('a target %s', (_, values, progress, baseline) => {
  expect(targetProgress(target, values, since)).toMatchObject(progress);
  const begun = targetBaseline(target, values, since);
  if (baseline === null) expect(begun).toBeNull();
  else expect(begun).toMatchObject(baseline);
});

test('what is read tells where it begins or how it stands, never both', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2020, max: 2027 }), anyDay, (year, from) => {
      const values = [read(`${year}`, 120)];
      const baseline = targetBaseline(target, values, { from });
      const { state } = targetProgress(target, values, { from });
      expect([baseline === null, state]).toEqual(
        `${year}-12-31` < from ? [false, 'UNKNOWN'] : [true, 'REACHED'],
      );
    }),
    { numRuns: 50 },
  );
  expect(targetBaseline(target, [read('2025', 120)], { from: null })).toBeNull();
});

test('a value that differs by rounding only is reached', () => {
  const rate = { ...lower, value: 0.3 };
  expect(targetProgress(rate, [read('2027', 0.1 + 0.2)], open)).toMatchObject({
    state: 'REACHED',
    missing: 0,
  });
});

test('what has no value is unknown, never missed, and tells no number', () => {
  const anyValue = fc.option(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { nil: null });
  fc.assert(
    fc.property(anyValue, fc.constantFrom(...statuses), fc.boolean(), (value, status, up) => {
      const progress = targetProgress(up ? target : lower, [read('2027', value, status)], open);
      const known = value !== null && status === 'NORMAL';
      expect(progress.state === 'UNKNOWN').toBe(!known);
      if (!known) expect(progress).toMatchObject({ value: null, missing: null });
    }),
  );
});

test('both directions are mirror images, and both reached only at the value itself', () => {
  const anyNumber = fc.integer({ min: -1000, max: 1000 });
  fc.assert(
    fc.property(anyNumber, anyNumber, (wanted, value) => {
      const up = targetProgress({ ...target, value: wanted }, [read('2027', value)], open);
      const down = targetProgress({ ...lower, value: -wanted }, [read('2027', -value)], open);
      expect([down.state, down.missing]).toEqual([up.state, up.missing]);
      const other = targetProgress({ ...lower, value: wanted }, [read('2027', value)], open);
      expect(up.state === 'REACHED' && other.state === 'REACHED').toBe(wanted === value);
    }),
  );
});

test('targets are counted by how they stand', () => {
  expect(targetCounts([{ state: 'REACHED' }, { state: 'UNKNOWN' }, { state: 'REACHED' }])).toEqual({
    ...{ REACHED: 2, NOT_YET: 0, MISSED: 0, UNKNOWN: 1 },
    total: 3,
  });
});
