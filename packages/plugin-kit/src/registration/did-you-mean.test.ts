import { expect, it } from 'vitest';
import { didYouMean } from './did-you-mean.ts';

it('guesses a name that is near, and nothing of a text that is none', () => {
  expect(didYouMean('plces', ['children', 'places'])).toBe("; did you mean 'places'?");
  expect(didYouMean('x'.repeat(3_000_000), ['children', 'places'])).toBe('');
});
