import { expect, test } from 'vitest';
import { longerPeriods } from './longer-periods.ts';
import { shorterPeriods } from './shorter-periods.ts';

test.each(['2015', '2015-Q1', '2015-Q4'])('%s is a longer period of each of its parts', (period) => {
  const all = shorterPeriods(period);
  expect(all.length).toBeGreaterThan(0);
  for (const parts of all) {
    for (const [at, part] of parts.entries()) {
      expect(longerPeriods(part)).toContainEqual({
        period,
        parts: parts.length,
        isLast: at === parts.length - 1,
      });
    }
  }
});

test('a month has no parts', () => {
  expect(shorterPeriods('2015-06')).toEqual([]);
});
