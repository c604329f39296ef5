import { expect, it } from 'vitest';
import { remembered } from './remembered.ts';

it('reads each text once, and does not keep what is long', () => {
  const read: string[] = [];
  const length = remembered((text) => {
    read.push(text.slice(0, 3));
    return text.length;
  });
  const long = 'y'.repeat(1_000);
  expect(['a', 'bb', 'a', '', '', long, long].map(length)).toEqual([1, 2, 1, 0, 0, 1_000, 1_000]);
  expect(read).toEqual(['a', 'bb', '', 'yyy', 'yyy']);
  for (let index = 0; index < 20_000; index++) expect(length(String(index))).toBe(String(index).length);
});
