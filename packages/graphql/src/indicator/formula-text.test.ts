import type { Formula } from '@kreisweit/domain';
import { expect, test } from 'vitest';
import { formulaText } from './formula-text.ts';

const a: Formula = { op: 'measure', key: 'p/a' };
const b: Formula = { op: 'indicator', key: 'p/b' };

test.each<[Formula, string]>([
  [a, 'p/a'],
  [{ op: 'share', part: a, whole: b }, '100 * p/a / p/b'],
  [
    { op: 'per', factor: 1000, numerator: a, denominator: { op: 'lag', of: b, periods: 1 } },
    '1000 * p/a / p/b (1 period earlier)',
  ],
  [{ op: 'lag', of: { op: 'add', left: a, right: b }, periods: 2 }, '(p/a + p/b) (2 periods earlier)'],
  [
    { op: 'multiply', left: { op: 'subtract', left: a, right: b }, right: { op: 'const', value: 0.5 } },
    '(p/a - p/b) * 0.5',
  ],
  [{ op: 'divide', left: a, right: { op: 'divide', left: a, right: b } }, 'p/a / (p/a / p/b)'],
])('a formula is written as people do', (formula, text) => {
  expect(formulaText(formula)).toBe(text);
});
