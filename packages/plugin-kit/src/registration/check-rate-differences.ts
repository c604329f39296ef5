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
  const terms = termsOf(resolved);
  if (terms.length === 0) return [...new Set(below)];
  const isOwnRate = (operand: Formula): boolean =>
    holdsRatio(operand) &&
    measureInputsOf(operand).some(({ key }) => typeof measureOf(key)?.disclosure === 'object');
  const message = 'a sum or difference of two rates of own counts: take it of the counts, below one ratio';
  return [...new Set(terms.every(isOwnRate) ? [message, ...below] : below)];
}

/** What a node adds or subtracts: a change takes its operand from itself. */
function termsOf(formula: Formula): readonly Formula[] {
  if (formula.op === 'change') return [formula.of];
  return formula.op === 'add' || formula.op === 'subtract' ? [formula.left, formula.right] : [];
}

function holdsRatio(formula: Formula): boolean {
  return isRatio(formula) || operandsOf(formula).some(holdsRatio);
}
