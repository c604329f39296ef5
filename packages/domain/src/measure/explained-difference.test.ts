import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainedDifference } from './explained-difference.ts';

const unit = fc.constantFrom(0.1, 1, 5, 10);
const counts = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 200 });

test('rounding alone never makes a finding, whatever the figures are', () => {
  fc.assert(
    fc.property(unit, counts, (roundedTo, members) => {
      const rounded = (value: number) => Math.round(value / roundedTo) * roundedTo;
      const total = rounded(members.reduce((sum, each) => sum + each, 0));
      const summed = members.map(rounded).reduce((sum, each) => sum + each, 0);
      const explained = explainedDifference({ roundedTo, perturbed: false }, members.length);
      expect(Math.abs(total - summed)).toBeLessThanOrEqual(explained + 1e-6);
    }),
  );
});

test('exact figures explain nothing', () => {
  expect(explainedDifference({ roundedTo: 0, perturbed: false }, 12)).toBe(0);
  expect(explainedDifference({ roundedTo: 0, perturbed: true }, 8)).toBe(9);
});
