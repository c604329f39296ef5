import type { Formula } from './formula.ts';

/**
 * Replaces every indicator that a formula names by that indicator's own formula, down to measures. `formulaOf`
 * answers null for a key that is no indicator; such a node is left as it is. The graph must be acyclic.
 */
export function inlineIndicators(formula: Formula, formulaOf: (key: string) => Formula | null): Formula {
  const inline = (node: Formula): Formula => inlineIndicators(node, formulaOf);
  switch (formula.op) {
    case 'const':
    case 'measure':
      return formula;
    case 'indicator': {
      const named = formulaOf(formula.key);
      return named === null ? formula : inline(named);
    }
    case 'share':
      return { ...formula, part: inline(formula.part), whole: inline(formula.whole) };
    case 'per':
      return { ...formula, numerator: inline(formula.numerator), denominator: inline(formula.denominator) };
    case 'lag':
    case 'change':
    case 'index':
      return { ...formula, of: inline(formula.of) };
    default:
      return { ...formula, left: inline(formula.left), right: inline(formula.right) };
  }
}
