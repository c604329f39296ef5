import type { Formula } from './formula.ts';
import { earlier, type Moment, PERIOD_ASKED_FOR } from './measure-inputs.ts';

/**
 * How the count of things stands in the value of a formula: `value = scale * count + offset`. Scales are positive;
 * there are two where both readings make sense (see `countInValue`).
 */
export type CountInValue = { readonly scales: readonly number[]; readonly offset: number };

/** A measure, a product or a ratio that a formula adds up, with its factor. A measure's periods have the same key. */
type Term = Moment & { readonly key: string; readonly weight: number };

/** A formula as a sum: its terms and a constant. */
type Sum = { readonly terms: readonly Term[]; readonly offset: number };

/**
 * Finds the count behind a formula's value, so that disclosure is checked on persons and not on hundreds of them:
 * `100 * part` holds `part`, and `part + 5` nothing that `part` does not. Null for a constant.
 *
 * Several periods of one measure can be read in two ways, an average (`(a year ago + now) / 2`, all of them together
 * are one count) and a sum or change (each is one); both scales are given. Where different measures have different
 * factors the largest is the scale, which hides rather more. A product or ratio of measures is taken as it is.
 *
 * @example countInValue(divide(subtract(whole, part), constant(100))) // { scales: [0.01], offset: 0 }
 */
export function countInValue(formula: Formula): CountInValue | null {
  const { terms, offset } = sumOf(formula, PERIOD_ASKED_FOR);
  if (terms.length === 0) return null;
  const together = largestFactor(Map.groupBy(terms, ({ key }) => key));
  const each = largestFactor(Map.groupBy(terms, ({ key, lag, base }) => `${key} ${lag} ${base}`));
  const scales = [...new Set([together, each])].filter((scale) => scale !== 0);
  return { scales: scales.length === 0 ? [1] : scales, offset };
}

function largestFactor(groups: ReadonlyMap<string, readonly Term[]>): number {
  return Math.max(...[...groups.values()].map((terms) => Math.abs(totalWeight(terms))));
}

function totalWeight(terms: readonly Term[]): number {
  return terms.reduce((total, { weight }) => total + weight, 0);
}

function sumOf(node: Formula, at: Moment): Sum {
  switch (node.op) {
    case 'const':
      return { terms: [], offset: node.value };
    case 'measure':
      return { terms: [{ key: node.key, ...at, weight: 1 }], offset: 0 };
    case 'lag':
      return sumOf(node.of, earlier(at, node.periods));
    case 'add':
      return added(sumOf(node.left, at), sumOf(node.right, at));
    case 'subtract':
      return added(sumOf(node.left, at), times(sumOf(node.right, at), -1));
    case 'change':
      return added(sumOf(node.of, at), times(sumOf(node.of, earlier(at, node.periods)), -1));
    case 'multiply': {
      const [left, right] = [sumOf(node.left, at), sumOf(node.right, at)];
      if (left.terms.length === 0) return times(right, left.offset);
      return right.terms.length === 0 ? times(left, right.offset) : asItIs(node, at);
    }
    case 'divide':
      return divided(node, at, node.left, node.right, 1);
    case 'share':
      return divided(node, at, node.part, node.whole, 100);
    case 'per':
      return divided(node, at, node.numerator, node.denominator, node.factor);
    case 'index':
      return divided(node, at, node.of, node.of, 100);
    case 'indicator':
      return asItIs(node, at);
  }
}

function divided(node: Formula, at: Moment, top: Formula, bottom: Formula, factor: number): Sum {
  const divisor = sumOf(bottom, at);
  return divisor.terms.length === 0 ? times(sumOf(top, at), factor / divisor.offset) : asItIs(node, at);
}

function asItIs(node: Formula, at: Moment): Sum {
  return { terms: [{ key: JSON.stringify(node), ...at, weight: 1 }], offset: 0 };
}

function added(left: Sum, right: Sum): Sum {
  return { terms: [...left.terms, ...right.terms], offset: left.offset + right.offset };
}

function times({ terms, offset }: Sum, factor: number): Sum {
  return {
    terms: terms.map((term) => ({ ...term, weight: term.weight * factor })),
    offset: offset * factor,
  };
}
