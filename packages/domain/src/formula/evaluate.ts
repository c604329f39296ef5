import { flagBits } from '../observation/flags.ts';
import { combineStatus, type Status } from '../observation/status.ts';
import type { Period } from '../period/period.ts';
import { countInValue } from './count-in-value.ts';
import type { Comparison, Formula } from './formula.ts';
import { comparedWith, earlier, isBroken, type Moment, PERIOD_ASKED_FOR } from './measure-inputs.ts';

/**
 * A rolled-up value that a formula reads. `minimum` is the smallest count that may be published (rule 13), where the
 * measure declares one. `era` tells which values of the measure can be compared: a break lies between two eras. Without
 * it nothing is known to lie between.
 */
export type Component = {
  readonly value: number | null;
  readonly status: Status;
  readonly flags: number;
  readonly minimum?: number;
  readonly era?: number;
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

type Read = (measure: string, lag: number, base: Period | null) => Component | undefined;

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
 * A change or an index has no value across a break: where a measure below it stands in different eras at the two times,
 * it is null with status NOT_APPLICABLE and the flag BREAK, whatever it would have been. An index has none either where
 * its base is not above zero. Both are checked as the difference and the ratio that they are: a small change of an own
 * count is hidden, and so is an index that tells it.
 *
 * `read` answers the component of a measure `lag` periods before the one asked for, or before `base` where there is one;
 * undefined if there is none.
 * The formula must not name indicators (see `inlineIndicators`). No rounding happens here (see `roundValue`). A value
 * is always finite and never negative zero.
 */
export function evaluate(formula: Formula, read: Read): Outcome {
  const { value, status, flags } = evaluateNode(formula, read, PERIOD_ASKED_FOR);
  return { value, status, flags };
}

function evaluateNode(node: Formula, read: Read, at: Moment): Evaluated {
  const operand = (of: Formula): Evaluated => evaluateNode(of, read, at);
  const countedBy = (of: Formula): Operand => ({ ...operand(of), node: of });
  switch (node.op) {
    case 'const':
      return shown(node.value, 0, 0);
    case 'measure':
      return disclosed(read(node.key, at.lag, at.base) ?? MISSING);
    case 'indicator':
      throw new Error(`the formula still names the indicator ${node.key}: inline it first`);
    case 'lag':
      return evaluateNode(node.of, read, earlier(at, node.periods));
    case 'share':
      return ratio(countedBy(node.part), countedBy(node.whole), 100);
    case 'per':
      return ratio(countedBy(node.numerator), countedBy(node.denominator), node.factor);
    case 'divide':
      return ratio(countedBy(node.left), countedBy(node.right), 1);
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
    case 'change':
    case 'index':
      return compared(node, read, at);
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

/** An operand of a ratio, with the formula that tells its counts. */
type Operand = Evaluated & { readonly node: Formula };

function ratio(top: Operand, bottom: Operand, factor: number): Evaluated {
  const outcome = combined(top, bottom, (left, right) => (factor * left) / right);
  if (top.value === null || bottom.value === null) return outcome;

  const topCounts = countsBehind(top.node, top.value);
  const bottomCounts = countsBehind(bottom.node, bottom.value);
  // By a constant a value is only scaled: it remains the count that it was.
  if (bottomCounts.length === 0) return { ...outcome, minimum: top.minimum };
  // Numerator and denominator have passed their own check; what is left is the complement.
  const isHidden = bottomCounts.some((whole) =>
    topCounts.some((part) => isSmall(whole - part, outcome.minimum)),
  );
  if (isHidden) return hidden('CONFIDENTIAL', RATIO_HAS_NO_MINIMUM, outcome.flags);
  return { ...outcome, minimum: RATIO_HAS_NO_MINIMUM };
}

/** A change or an index: a difference or ratio of the same operand at two times, with no break between them. */
function compared(node: Comparison, read: Read, at: Moment): Evaluated {
  const now = evaluateNode(node.of, read, at);
  const then = evaluateNode(node.of, read, comparedWith(node, at));
  const outcome =
    node.op === 'change'
      ? counted(
          node,
          combined(now, then, (left, right) => left - right),
        )
      : index({ ...now, node: node.of }, { ...then, node: node.of });
  if (!isBroken(node, at, ({ key, lag, base }) => read(key, lag, base)?.era)) return outcome;
  const flags = outcome.flags | flagBits.BREAK;
  // Whether it would have been small must not show either.
  const isKnown = now.value !== null && then.value !== null;
  return hidden(isKnown ? 'NOT_APPLICABLE' : outcome.status, outcome.minimum, flags);
}

function index(now: Operand, base: Operand): Evaluated {
  const outcome = ratio(now, base, 100);
  if (outcome.value === null || base.value === null || base.value > 0) return outcome;
  return hidden('NOT_APPLICABLE', outcome.minimum, outcome.flags);
}

/** The count behind a value, in each reading; none for a constant. */
function countsBehind(node: Formula, value: number): readonly number[] {
  const { scales = [], offset = 0 } = countInValue(node) ?? {};
  return scales.map((scale) => (value - offset) / scale);
}
