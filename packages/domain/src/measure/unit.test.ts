import { expect, test } from 'vitest';
import { isUnit, units } from './unit.ts';

test('the known units are units, and nothing else is', () => {
  for (const key of Object.keys(units)) expect(isUnit(key)).toBe(true);
  for (const key of ['', 'Person', 'constructor', '__proto__', 'toString']) expect(isUnit(key)).toBe(false);
});

test('counts and amounts add up, rates and indices do not', () => {
  expect(
    Object.groupBy(Object.keys(units), (key) => (isUnit(key) && units[key].additive ? 'yes' : 'no')),
  ).toMatchInlineSnapshot(`
    {
      "no": [
        "day",
        "percent",
        "percentage_point",
        "per_1000",
        "per_10000",
        "per_100000",
        "ratio",
        "index",
      ],
      "yes": [
        "person",
        "count",
        "household",
        "euro",
        "hectare",
      ],
    }
  `);
});
