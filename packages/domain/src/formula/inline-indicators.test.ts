import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Component, evaluate } from './evaluate.ts';
import { type Formula, operandsOf } from './formula.ts';
import { inlineIndicators } from './inline-indicators.ts';
import { anyFormula } from './testing/any-formula.ts';

/** The same formula with some of its subtrees moved into indicators of their own, which may name others. */
function outlined(formula: Formula, picks: readonly boolean[]): [Formula, ReadonlyMap<string, Formula>] {
  const indicators = new Map<string, Formula>();
  let count = 0;
  const outline = (node: Formula): Formula => {
    const picked = picks[count++ % picks.length] === true;
    const rewritten = withOperands(node, operandsOf(node).map(outline));
    if (!picked) return rewritten;
    const key = `some/i${indicators.size}`;
    indicators.set(key, rewritten);
    return { op: 'indicator', key };
  };
  return [outline(formula), indicators];
}

function withOperands(node: Formula, [first, second]: readonly Formula[]): Formula {
  if (first === undefined) return node;
  if (node.op === 'lag' || node.op === 'change' || node.op === 'index') return { ...node, of: first };
  if (second === undefined) throw new Error(`${node.op} has two operands`);
  if (node.op === 'share') return { ...node, part: first, whole: second };
  if (node.op === 'per') return { ...node, numerator: first, denominator: second };
  if ('left' in node) return { ...node, left: first, right: second };
  throw new Error(`${node.op} has no operands`);
}

test('moving subtrees into indicators and inlining them gives the formula back, and the same result', () => {
  const picks = fc.array(fc.boolean(), { minLength: 1, maxLength: 7 });
  const component = (key: string, lag: number): Component => ({
    value: key.length * 10 + lag,
    status: 'NORMAL',
    flags: 0,
    minimum: 3,
  });
  fc.assert(
    fc.property(anyFormula, picks, (formula, somePicks) => {
      const [named, indicators] = outlined(formula, somePicks);
      const inlined = inlineIndicators(named, (key) => indicators.get(key) ?? null);
      expect(inlined).toEqual(formula);
      expect(evaluate(inlined, component)).toEqual(evaluate(formula, component));
    }),
  );
});

test('the share of an indicator a year before equals the share by hand', () => {
  const germans: Formula = {
    op: 'subtract',
    left: { op: 'measure', key: 'population/residents' },
    right: { op: 'measure', key: 'population/foreigners' },
  };
  const formula: Formula = {
    op: 'per',
    factor: 1000,
    numerator: { op: 'measure', key: 'population/naturalisations' },
    denominator: { op: 'lag', of: { op: 'indicator', key: 'population/germans' }, periods: 1 },
  };
  const inlined = inlineIndicators(formula, (key) => (key === 'population/germans' ? germans : null));
  const values: Readonly<Record<string, number>> = {
    'population/naturalisations 0': 47,
    'population/residents 1': 93_131,
    'population/foreigners 1': 4_131,
  };
  const outcome = evaluate(inlined, (key, lag) => {
    const value = values[`${key} ${lag}`];
    return value === undefined ? undefined : { value, status: 'NORMAL', flags: 0 };
  });
  expect(outcome.value).toBe((1000 * 47) / (93_131 - 4_131));
});

test('a key that is no indicator stays, and so does the formula that was given', () => {
  const named: Formula = Object.freeze({
    op: 'share',
    part: Object.freeze({ op: 'indicator', key: 'unknown/one' }),
    whole: Object.freeze({ op: 'const', value: 5 }),
  });
  expect(inlineIndicators(named, () => null)).toEqual(named);
});
