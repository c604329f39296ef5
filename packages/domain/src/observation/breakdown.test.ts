import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakdownKey, parseBreakdownKey } from './breakdown.ts';

/** Any text at all, with the signs that a key is made of more often than chance would have them. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('=', ',', '%', '0', '\u0000', '\ud800', '\udc00', 'a', ' ') }),
  fc.constantFrom('constructor', '__proto__', 'toString', 'sex', ''),
);
const breakdown = fc.uniqueArray(fc.tuple(text, text), {
  selector: ([dimension]) => dimension,
  maxLength: 5,
});

describe('breakdownKey', () => {
  test('it comes back whole', () => {
    fc.assert(
      fc.property(breakdown, (pairs) => {
        const back = parseBreakdownKey(breakdownKey(Object.fromEntries(pairs)));
        expect(new Map(Object.entries(back))).toEqual(new Map(pairs));
      }),
    );
  });

  test('the order of the dimensions does not matter', () => {
    fc.assert(
      fc.property(breakdown, (pairs) => {
        expect(breakdownKey(Object.fromEntries(pairs.toReversed()))).toBe(
          breakdownKey(Object.fromEntries(pairs)),
        );
      }),
    );
  });

  test('different breakdowns have different keys', () => {
    fc.assert(
      fc.property(breakdown, breakdown, (one, other) => {
        const same = JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted());
        expect(breakdownKey(Object.fromEntries(one)) === breakdownKey(Object.fromEntries(other))).toBe(same);
      }),
    );
  });

  test('it can be stored: well formed, without control characters', () => {
    fc.assert(
      fc.property(breakdown, (pairs) => {
        const key = breakdownKey(Object.fromEntries(pairs));
        expect(key.isWellFormed()).toBe(true);
        expect(key).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  test.each([
    [{}, ''],
    [{ sex: 'female' }, 'sex=female'],
    [{ sex: 'female', age: '18-24' }, 'age=18-24,sex=female'],
    [{ region: 'Türkei, Syrien = 100 %' }, 'region=Türkei%002c Syrien %003d 100 %0025'],
  ])('%j has the key %j', (some, key) => {
    expect(breakdownKey(some)).toBe(key);
  });
});

test.each(['sex', 'sex=female,', ',', 'a=b=c', 'sex=male,sex=female', 'sex=male,sex=male'])(
  '%j is no key',
  (key) => {
    expect(() => parseBreakdownKey(key)).toThrow(
      `'${key}' is no breakdown key: write dimension=category,dimension=category`,
    );
  },
);

test('what is read is frozen', () => {
  expect(Object.isFrozen(parseBreakdownKey(''))).toBe(true);
  expect(Object.isFrozen(parseBreakdownKey('sex=male'))).toBe(true);
});
