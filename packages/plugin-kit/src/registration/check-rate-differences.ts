import { type Formula, type Measure, measureInputsOf, operandsOf } from '@kreisweit/domain';
import { isRatio } from './check-ratios.ts';

/**
 * What speaks against sums and differences of rates (rule 13): a difference of two rates of own counts is no count and
 * passes the check of small ones, but over the same denominator it tells the difference of the counts, which can be
 * small. The difference belongs below one ratio, where it is checked.
 */
export function rateDifferenceProblems(
  resolved: Formula,
  measureOf: (key: string) => Measure | undefined,
): readonly string[] {
  const below = operandsOf(resolved).flatMap((operand) => rateDifferenceProblems(operand, measureOf));
  if (resolved.op !== 'add' && resolved.op !== 'subtract') return [...new Set(below)];
  const isOwnRate = (operand: Formula): boolean =>
    holdsRatio(operand) &&
    measureInputsOf(operand).some(({ key }) => typeof measureOf(key)?.disclosure === 'object');
  const both = [resolved.left, resolved.right].every(isOwnRate);
  const message = 'a sum or difference of two rates of own counts: take it of the counts, below one ratio';
  return [...new Set(both ? [message, ...below] : below)];
}

function holdsRatio(formula: Formula): boolean {
  return isRatio(formula) || operandsOf(formula).some(holdsRatio);
}
