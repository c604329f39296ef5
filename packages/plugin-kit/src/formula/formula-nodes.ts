import type { BinaryOperator, Formula } from '@kreisweit/domain';

const binary =
  (op: BinaryOperator) =>
  (left: Formula, right: Formula): Formula => ({ op, left, right });

/** `left + right`. */
export const add = binary('add');

/** `left - right`. */
export const subtract = binary('subtract');

/** `left - right`, for the difference of two figures of the same kind. */
export const difference = subtract;

/** `left * right`. */
export const multiply = binary('multiply');

/** `left / right`; without a value when `right` is zero. */
export const divide = binary('divide');

/** A number that does not depend on the territory. */
export function constant(value: number): Formula {
  return { op: 'const', value };
}

/**
 * `numerator` per `factor` of `denominator`: places per 1,000 residents. Unit `per_1000` and so on.
 *
 * @example per(1000, m.places, ref('population/residents'))
 */
export function per(factor: number, numerator: Formula, denominator: Formula): Formula {
  return { op: 'per', factor, numerator, denominator };
}

/** `part` of `whole` in per cent. Unit `percent`. */
export function share(part: Formula, whole: Formula): Formula {
  return { op: 'share', part, whole };
}

/** The value `periods` earlier: `lag(residents, 1)` of 2015 is the value of 2014. */
export function lag(of: Formula, periods: number): Formula {
  return { op: 'lag', of, periods };
}

/**
 * An indicator, or a measure of another plug-in, by its key. Looked up when all plug-ins are known.
 *
 * @example ref('population/residents')
 */
export function ref(key: string): Formula {
  return { op: 'indicator', key };
}
