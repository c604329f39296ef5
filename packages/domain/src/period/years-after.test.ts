import { expect, test } from 'vitest';
import { yearsAfter } from './years-after.ts';

test('the same day in another year, which compares as a day does', () => {
  expect(yearsAfter('2015-12-31', 2)).toBe('2017-12-31');
  expect(yearsAfter('2016-02-29', 1) < '2017-03-01').toBe(true);
  expect(yearsAfter('0002-01-01', -5)).toBe('0001-01-01');
});
