import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combineStatus, isFree, statusCodes, statuses, statusOfCode, statusTitles } from './status.ts';

const status = fc.constantFrom(...statuses);

test('combining is commutative, associative and idempotent, and NORMAL is neutral', () => {
  fc.assert(
    fc.property(status, status, status, (a, b, c) => {
      expect(combineStatus([a, b])).toBe(combineStatus([b, a]));
      expect(combineStatus([combineStatus([a, b]), c])).toBe(combineStatus([a, combineStatus([b, c])]));
      expect(combineStatus([a, a])).toBe(a);
      expect(combineStatus([a, 'NORMAL'])).toBe(a);
    }),
  );
  expect(combineStatus([])).toBe('NORMAL');
});

test('combining is the maximum of the codes, as in SQL', () => {
  fc.assert(
    fc.property(fc.array(status, { minLength: 1 }), (inputs) => {
      const codes = inputs.map((input) => statusCodes[input]);
      expect(statusCodes[combineStatus(inputs)]).toBe(Math.max(...codes));
    }),
  );
});

test('a value is free only if all it is made of is', () => {
  fc.assert(
    fc.property(fc.array(status), (inputs) => {
      expect(isFree(combineStatus(inputs))).toBe(inputs.every(isFree));
    }),
  );
  expect(statuses.filter((one) => !isFree(one))).toEqual(['CONFIDENTIAL_OR_UNKNOWN', 'CONFIDENTIAL']);
});

test('a status is stored as its code and comes back', () => {
  for (const one of statuses) expect(statusOfCode(statusCodes[one])).toBe(one);
  for (const code of [-1, 1, 0.5, 90, Number.NaN]) expect(() => statusOfCode(code)).toThrow(RangeError);
});

test('the codes are what databases hold', () => {
  expect(statusCodes).toMatchInlineSnapshot(`
    {
      "CONFIDENTIAL": 80,
      "CONFIDENTIAL_OR_UNKNOWN": 70,
      "INCOMPLETE": 60,
      "NORMAL": 0,
      "NOT_APPLICABLE": 10,
      "NOT_AVAILABLE": 20,
      "NOT_COLLECTED_AT_LEVEL": 40,
      "PENDING": 30,
      "UNRELIABLE": 50,
    }
  `);
});

test('every status has a name', () => {
  expect(Object.keys(statusTitles)).toEqual(statuses);
});
