/**
 * Which members of a territory a measure counts: those whose value of another measure (its key) lies between the bounds
 * that are given; without a bound those that have a value.
 *
 * @example { measure: 'population/foreigners', above: 100 } // municipalities with more than 100 foreigners
 */
export type MemberCondition = { readonly measure: string } & Bounds;

/** `above` and `below` leave the bound itself out, `atLeast` and `atMost` take it in. */
export type Bounds = {
  readonly above?: number;
  readonly atLeast?: number;
  readonly below?: number;
  readonly atMost?: number;
};

/** True where a value lies between the bounds: the oracle that rolling up equals. */
export function isWithin({ above, atLeast, below, atMost }: Bounds, value: number): boolean {
  return (
    (above === undefined || value > above) &&
    (atLeast === undefined || value >= atLeast) &&
    (below === undefined || value < below) &&
    (atMost === undefined || value <= atMost)
  );
}
