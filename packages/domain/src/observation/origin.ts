/**
 * Where the value of a territory comes from: the institute delivered the row (DELIVERED), it was added up from
 * members (SUMMED), carried over by a crosswalk with fractional weights (APPORTIONED), or computed by a formula from
 * values of different origin (MIXED).
 */
export const originCodes = Object.freeze({ DELIVERED: 0, SUMMED: 1, APPORTIONED: 2, MIXED: 3 });

export type Origin = keyof typeof originCodes;

const ORIGIN_BY_CODE = Object.keys(originCodes) as Origin[];

/** The origin of a stored code. Throws a RangeError for an unknown one. */
export function originOfCode(code: number): Origin {
  const origin = ORIGIN_BY_CODE[code];
  if (origin === undefined) throw new RangeError(`${code} is no origin code`);
  return origin;
}
