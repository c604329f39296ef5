import { expect, it } from 'vitest';
import { labelText } from './figure-cell.ts';

it('refuses a character that no database stores', () => {
  expect(labelText({ kind: 'text', text: 'Prig\u0000nitz' }, 'name')).toHaveProperty('problem');
  expect(labelText({ kind: 'text', text: ' Prignitz\n(Mark) ' }, 'name')).toEqual({
    text: 'Prignitz\n(Mark)',
  });
});
