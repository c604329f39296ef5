import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundValue } from './round-value.ts';

const decimals = fc.integer({ min: 0, max: 6 });
/** Values for which the rule is exact: below 2^52 after scaling by 10^6. */
const value = fc.oneof(
  fc.double({ min: -4e9, max: 4e9, noNaN: true }),
  fc.integer({ min: -1000, max: 1000 }).map((number) => number / 8),
);

describe('roundValue', () => {
  test('stays within half a unit', () => {
    fc.assert(
      fc.property(value, decimals, (v, places) => {
        const half = 0.5 / 10 ** places;
        const doubles = 1e-15 * Math.max(1, Math.abs(v));
        expect(Math.abs(roundValue(v, places) - v)).toBeLessThanOrEqual(half + doubles);
      }),
    );
  });

  test('rounding again changes nothing', () => {
    fc.assert(
      fc.property(value, decimals, (v, places) => {
        const once = roundValue(v, places);
        expect(roundValue(once, places)).toBe(once);
      }),
    );
  });

  test('is symmetric and never negative zero', () => {
    fc.assert(
      fc.property(value, decimals, (v, places) => {
        expect(roundValue(-v, places)).toBe(-roundValue(v, places) + 0);
      }),
    );
    expect(roundValue(-0, 0)).toBe(0);
    expect(roundValue(-0.4, 0)).toBe(0);
  });

  test('keeps the order', () => {
    fc.assert(
      fc.property(value, value, decimals, (v, w, places) => {
        expect(Math.sign(roundValue(v, places) - roundValue(w, places)) * Math.sign(v - w)).not.toBe(-1);
      }),
    );
  });

  test('rounds half away from zero, wherever a double holds the half exactly', () => {
    const whole = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(whole, (number) => {
        expect(roundValue(number + 0.5, 0)).toBe(number + 1);
        expect(roundValue(number + 0.25, 1)).toBe((number * 10 + 3) / 10);
        expect(roundValue(number + 0.125, 2)).toBe((number * 100 + 13) / 100);
        expect(roundValue(-number - 0.5, 0)).toBe(-number - 1);
      }),
    );
  });

  test.each([
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [12.34, 1, 12.3],
    [12.35, 1, 12.4],
    [99.96, 1, 100],
    [0.04, 1, 0],
    [1 / 3, 4, 0.3333],
    // The double nearest to 1.005 lies below it, here as in PostgreSQL.
    [1.005, 2, 1],
  ])('%d to %i places is %d', (v, places, rounded) => {
    expect(roundValue(v, places)).toBe(rounded);
  });
});
