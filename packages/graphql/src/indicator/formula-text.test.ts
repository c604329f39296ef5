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
  [{ op: 'change', of: a, periods: 1 }, 'p/a - p/a (1 period earlier)'],
  [{ op: 'index', of: a, base: '2010' }, 'p/a (2010 = 100)'],
  [
    {
      op: 'index',
      of: { op: 'share', part: a, whole: { op: 'change', of: b, periods: 4 } },
      base: '2010-Q1',
    },
    '(100 * p/a / (p/b - p/b (4 periods earlier))) (2010-Q1 = 100)',
  ],
])('a formula is written as people do', (formula, text) => {
  expect(formulaText(formula)).toBe(text);
});

test('in other words', () => {
  const words = {
    nameOf: (key: string) => (key === 'p/a' ? 'Einwohner' : 'Plätze'),
    earlier: (periods: number) => `vor ${periods}`,
  };
  const formula: Formula = {
    op: 'share',
    part: b,
    whole: { op: 'add', left: a, right: { op: 'lag', of: a, periods: 1 } },
  };
  expect(formulaText(formula, words)).toBe('100 * Plätze / (Einwohner + Einwohner (vor 1))');
});
