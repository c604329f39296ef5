import type { BinaryOperator, Formula, Period } from '@kreisweit/domain';

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
 * What changed in `periods` (one period where left out): `of` minus `of` so long before, in its unit; of a share in
 * percentage points. Null across a break: where a method changed or the boundaries of the territory moved in between.
 *
 * @example share(change(residents), lag(residents, 1)) // growth in per cent
 */
export function change(of: Formula, periods = 1): Formula {
  return { op: 'change', of, periods };
}

/**
 * `of` as an index: in per cent of its value in the period `base`, of the same frequency. Unit `index`. Null across a break
 * between the two, without a value for the base, and where that is not above zero.
 *
 * @example index(residents, '2010')
 */
export function index(of: Formula, base: Period): Formula {
  return { op: 'index', of, base };
}

/**
 * An indicator, or a measure of another plug-in, by its key. Looked up when all plug-ins are known.
 *
 * @example ref('population/residents')
 */
export function ref(key: string): Formula {
  return { op: 'indicator', key };
}
