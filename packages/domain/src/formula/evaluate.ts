import { combineStatus, type Status } from '../observation/status.ts';
import { countInValue } from './count-in-value.ts';
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

/** A ratio is no count of persons, however it is scaled: ratios are added and subtracted without another check. */
const RATIO_HAS_NO_MINIMUM = 0;

/** Doubles that should be equal differ by less than this after scaling; no count of persons does. */
export const COUNTS_ARE_EQUAL = 1e-6;

/** An outcome with the smallest count that may become known of what it is made of; 0 where that is no person. */
type Evaluated = Outcome & { readonly minimum: number };

type Read = (measure: string, lag: number) => Component | undefined;

/**
 * Computes a formula: the oracle that the translation to SQL must equal.
 *
 * Null in, null out; a division by zero is null with status NOT_APPLICABLE, and so is a result beyond all doubles. The
 * reason of a null is the strictest reason of the components (`combineStatus`). A count below its minimum is
 * confidential, and so is a sum or difference of counts below it, and a ratio whose numerator, denominator or
 * complement (denominator - numerator) is; zero is free. What is checked is the count behind a value, in each of its
 * readings (`countInValue`): `100 * part / whole` hides what `share(part, whole)` hides, and a number of persons in
 * thousands is no small number of persons.
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

function evaluateNode(node: Formula, read: Read, lag: number): Evaluated {
  const operand = (of: Formula): Evaluated => evaluateNode(of, read, lag);
  switch (node.op) {
    case 'const':
      return shown(node.value, 0, 0);
    case 'measure':
      return disclosed(read(node.key, lag) ?? MISSING);
    case 'indicator':
      throw new Error(`the formula still names the indicator ${node.key}: inline it first`);
    case 'lag':
      return evaluateNode(node.of, read, lag + node.periods);
    case 'share':
      return ratio(node.part, node.whole, 100, operand);
    case 'per':
      return ratio(node.numerator, node.denominator, node.factor, operand);
    case 'divide':
      return ratio(node.left, node.right, 1, operand);
    case 'multiply':
      return combined(operand(node.left), operand(node.right), (left, right) => left * right);
    case 'add':
      return counted(
        node,
        combined(operand(node.left), operand(node.right), (left, right) => left + right),
      );
    case 'subtract':
      return counted(
        node,
        combined(operand(node.left), operand(node.right), (left, right) => left - right),
      );
    default:
      throw new Error(`${JSON.stringify(node satisfies never)} is no formula`);
  }
}

function shown(value: number, minimum: number, flags: number): Evaluated {
  if (!Number.isFinite(value)) return hidden('NOT_APPLICABLE', minimum, flags);
  // Adding zero turns negative zero into zero.
  return { value: value + 0, status: 'NORMAL', flags, minimum };
}

function hidden(status: Status, minimum: number, flags: number): Evaluated {
  return { value: null, status, flags, minimum };
}

function disclosed({ value, status, flags, minimum = 0 }: Component): Evaluated {
  if (status !== 'NORMAL') return hidden(status, minimum, flags);
  if (value === null || !Number.isFinite(value)) return hidden('NOT_AVAILABLE', minimum, flags);
  return isSmall(value, minimum) ? hidden('CONFIDENTIAL', minimum, flags) : shown(value, minimum, flags);
}

function isSmall(count: number, minimum: number): boolean {
  return Math.abs(count) > COUNTS_ARE_EQUAL && Math.abs(count) < minimum - COUNTS_ARE_EQUAL;
}

function combined(
  left: Evaluated,
  right: Evaluated,
  compute: (left: number, right: number) => number,
): Evaluated {
  const minimum = Math.max(left.minimum, right.minimum);
  const flags = left.flags | right.flags;
  if (left.value === null || right.value === null) {
    return hidden(combineStatus([left.status, right.status]), minimum, flags);
  }
  return shown(compute(left.value, right.value), minimum, flags);
}

/** A sum or difference of two published counts is a count of persons again. */
function counted(node: Formula, outcome: Evaluated): Evaluated {
  if (outcome.value === null) return outcome;
  const isHidden = countsBehind(node, outcome.value).some((count) => isSmall(count, outcome.minimum));
  return isHidden ? hidden('CONFIDENTIAL', outcome.minimum, outcome.flags) : outcome;
}

function ratio(
  topNode: Formula,
  bottomNode: Formula,
  factor: number,
  operand: (of: Formula) => Evaluated,
): Evaluated {
  const [top, bottom] = [operand(topNode), operand(bottomNode)];
  const outcome = combined(top, bottom, (left, right) => (factor * left) / right);
  if (top.value === null || bottom.value === null) return outcome;

  const topCounts = countsBehind(topNode, top.value);
  const bottomCounts = countsBehind(bottomNode, bottom.value);
  // By a constant a value is only scaled: it remains the count that it was.
  if (bottomCounts.length === 0) return { ...outcome, minimum: top.minimum };
  // Numerator and denominator have passed their own check; what is left is the complement.
  const isHidden = bottomCounts.some((whole) =>
    topCounts.some((part) => isSmall(whole - part, outcome.minimum)),
  );
  if (isHidden) return hidden('CONFIDENTIAL', RATIO_HAS_NO_MINIMUM, outcome.flags);
  return { ...outcome, minimum: RATIO_HAS_NO_MINIMUM };
}

/** The count behind a value, in each reading; none for a constant. */
function countsBehind(node: Formula, value: number): readonly number[] {
  const { scales = [], offset = 0 } = countInValue(node) ?? {};
  return scales.map((scale) => (value - offset) / scale);
}
