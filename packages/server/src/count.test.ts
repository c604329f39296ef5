import { expect, test } from 'vitest';
import { counted } from './count.ts';

test('one is singular, everything else plural', () => {
  expect([0, 1, 2, 1234].map((number) => counted(number, 'group'))).toEqual([
    '0 groups',
    '1 group',
    '2 groups',
    '1,234 groups',
  ]);
  expect(counted(1, 'territory', 'territories')).toBe('1 territory');
  expect(counted(2, 'territory', 'territories')).toBe('2 territories');
});
