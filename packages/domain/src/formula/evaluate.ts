import { combineStatus, type Status } from '../observation/status.ts';
import type { Formula } from './formula.ts';

/**
 * A rolled-up value that a formula reads. `minimum` is the smallest count that may be published (rule 13), where the
 * measure declares one.
 */
export type Component = {
  readonly value: number | null;
  readonly status: Status;
  readonly flags: number;
  readonly minimum?: number;
};

/** What a formula yields: a value, or null and the reason. */
export type Outcome = { readonly value: number | null; readonly status: Status; readonly flags: number };

const MISSING: Component = { value: null, status: 'NOT_AVAILABLE', flags: 0 };

/**
 * An outcome with what its disclosure needs. `count` is the count of things behind the value: the value as it would be
 * without constant factors, divisors and addends; null where no measure was read. `minimum` is the smallest such count
 * that may become known, 0 where it is none of persons.
 */
type Evaluated = Outcome & { readonly count: number | null; readonly minimum: number };

/**
 * Computes a formula: the oracle that the translation to SQL must equal.
 *
 * Null in, null out; a division by zero is null with status NOT_APPLICABLE. The reason of a null is the strictest
 * reason of the components (`combineStatus`). A count below its minimum is confidential, and so is a sum or difference
 * of counts below it, and a ratio whose numerator, denominator or complement (denominator - numerator) is; zero is free.
 * These checks pass over constants, so that `100 * part / whole` hides what `share(part, whole)` hides, and a count in
 * thousands is a count. A ratio itself is no count: ratios are added, subtracted and scaled without another check.
 *
 * `read` answers the component of a measure `lag` periods before the one asked for, or undefined if there is none.
 * The formula must not name indicators (see `inlineIndicators`). No rounding happens here (see `roundValue`). A value
 * is always finite and never negative zero.
 */
export function evaluate(
  formula: Formula,
  read: (measure: string, lag: number) => Component | undefined,
): Outcome {
  const { value, status, flags } = evaluateNode(formula, read, 0);
  return { value, status, flags };
}

function evaluateNode(
  node: Formula,
  read: (measure: string, lag: number) => Component | undefined,
  lag: number,
): Evaluated {
  const operand = (of: Formula): Evaluated => evaluateNode(of, read, lag);
  switch (node.op) {
    case 'const':
      return shown(node.value, null, 0, 0);
    case 'measure':
      return disclosed(read(node.key, lag) ?? MISSING);
    case 'indicator':
      throw new Error(`the formula still names the indicator ${node.key}: inline it first`);
    case 'lag':
      return evaluateNode(node.of, read, lag + node.periods);
    case 'share':
      return ratio(operand(node.part), operand(node.whole), 100);
    case 'per':
      return ratio(operand(node.numerator), operand(node.denominator), node.factor);
    case 'divide':
      return ratio(operand(node.left), operand(node.right), 1);
    case 'multiply':
      return product(operand(node.left), operand(node.right));
    case 'add':
      return sum(operand(node.left), operand(node.right), 1);
    case 'subtract':
      return sum(operand(node.left), operand(node.right), -1);
    default:
      throw new Error(`${JSON.stringify(node satisfies never)} is no formula`);
  }
}

function shown(value: number, count: number | null, minimum: number, flags: number): Evaluated {
  if (!Number.isFinite(value)) return hidden('NOT_APPLICABLE', flags);
  // Adding zero turns negative zero into zero.
  return { value: value + 0, status: 'NORMAL', flags, count, minimum };
}

function hidden(status: Status, flags: number): Evaluated {
  return { value: null, status, flags, count: null, minimum: 0 };
}

function disclosed({ value, status, flags, minimum = 0 }: Component): Evaluated {
  if (status !== 'NORMAL') return hidden(status, flags);
  if (value === null || !Number.isFinite(value)) return hidden('NOT_AVAILABLE', flags);
  return isSmall(value, minimum) ? hidden('CONFIDENTIAL', flags) : shown(value, value, minimum, flags);
}

function isSmall(count: number, minimum: number): boolean {
  return count !== 0 && Math.abs(count) < minimum;
}

function ratio(top: Evaluated, bottom: Evaluated, factor: number): Evaluated {
  const flags = top.flags | bottom.flags;
  if (top.value === null || bottom.value === null) {
    return hidden(combineStatus([top.status, bottom.status]), flags);
  }
  // Numerator and denominator have passed their own check; what is left is the complement.
  if (top.count !== null && bottom.count !== null) {
    const complement = bottom.count - top.count;
    if (isSmall(complement, Math.max(top.minimum, bottom.minimum))) return hidden('CONFIDENTIAL', flags);
  }
  if (bottom.value === 0) return hidden('NOT_APPLICABLE', flags);
  const value = (factor * top.value) / bottom.value;
  return bottom.count === null ? shown(value, top.count, top.minimum, flags) : shown(value, value, 0, flags);
}

function product(left: Evaluated, right: Evaluated): Evaluated {
  const flags = left.flags | right.flags;
  if (left.value === null || right.value === null) {
    return hidden(combineStatus([left.status, right.status]), flags);
  }
  const value = left.value * right.value;
  if (left.count === null) return shown(value, right.count, right.minimum, flags);
  if (right.count === null) return shown(value, left.count, left.minimum, flags);
  return shown(value, value, Math.max(left.minimum, right.minimum), flags);
}

function sum(left: Evaluated, right: Evaluated, direction: 1 | -1): Evaluated {
  const flags = left.flags | right.flags;
  if (left.value === null || right.value === null) {
    return hidden(combineStatus([left.status, right.status]), flags);
  }
  const value = left.value + direction * right.value;
  if (left.count === null) return shown(value, right.count, right.minimum, flags);
  if (right.count === null) return shown(value, left.count, left.minimum, flags);
  // A sum or difference of two published counts is a count of persons again.
  const count = left.count + direction * right.count;
  const minimum = Math.max(left.minimum, right.minimum);
  return isSmall(count, minimum) ? hidden('CONFIDENTIAL', flags) : shown(value, count, minimum, flags);
}
