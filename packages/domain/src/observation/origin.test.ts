import { expect, test } from 'vitest';
import { type Origin, originCodes, originOfCode } from './origin.ts';

test('an origin is stored as its code and comes back', () => {
  for (const origin of Object.keys(originCodes) as Origin[]) {
    expect(originOfCode(originCodes[origin])).toBe(origin);
  }
  for (const code of [-1, 0.5, 4, Number.NaN]) expect(() => originOfCode(code)).toThrow(RangeError);
});

test('the codes are what databases hold', () => {
  expect(originCodes).toMatchInlineSnapshot(`
    {
      "APPORTIONED": 2,
      "DELIVERED": 0,
      "MIXED": 3,
      "SUMMED": 1,
    }
  `);
});
