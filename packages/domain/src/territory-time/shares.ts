/** By what the values of a territory that was divided can be divided. */
export type ApportionKey = 'population' | 'area' | 'employment';

/**
 * Which share of a territory (0 to 1) lies in another, by inhabitants, by area and by employees at the workplace; null
 * where no usable weight is known.
 */
export type Shares = Readonly<Record<ApportionKey, number | null>>;

/** The whole of a territory. */
export const WHOLE: Shares = Object.freeze({ population: 1, area: 1, employment: 1 });

/** A share of unknown size. */
export const UNKNOWN: Shares = Object.freeze({ population: null, area: null, employment: null });

/** Published shares are rounded to eight digits or so, and their products a little less. */
const PRECISION = 1e-6;

/** True for a share of everything. */
export function isAll(share: number | null): boolean {
  return share !== null && share > 1 - PRECISION;
}

/** True for a share of nothing. */
export function isNone(share: number | null): boolean {
  return share !== null && share < PRECISION;
}

/** The share of a share; nothing of an unknown share is nothing. */
export function multiplyShares(left: Shares, right: Shares): Shares {
  return combine(left, right, (one, other) => {
    if (one === 0 || other === 0) return 0;
    return one === null || other === null ? null : one * other;
  });
}

/** Two shares of one territory together. What makes up the whole area is the whole, whatever else is unknown. */
export function addShares(left: Shares, right: Shares): Shares {
  const sum = combine(left, right, (one, other) => (one === null || other === null ? null : one + other));
  return isAll(sum.area) ? WHOLE : sum;
}

/** The part that a share is of a larger one; null where either is unknown or there is nothing to be divided. */
export function divideShares(part: Shares, whole: Shares): Shares {
  return combine(part, whole, (one, other) =>
    one === null || other === null || other === 0 ? null : one / other,
  );
}

/** True when two shares are the same by area, which does not change from year to year as inhabitants do. */
export function isSameArea(left: Shares, right: Shares): boolean {
  if (left.area === null || right.area === null) return left.area === right.area;
  return Math.abs(left.area - right.area) < AREA_PRECISION;
}

/** Areas are measured anew now and then; a larger difference may be a piece that moved. */
const AREA_PRECISION = 1e-4;

function combine(
  left: Shares,
  right: Shares,
  by: (one: number | null, other: number | null) => number | null,
): Shares {
  return {
    population: by(left.population, right.population),
    area: by(left.area, right.area),
    employment: by(left.employment, right.employment),
  };
}
