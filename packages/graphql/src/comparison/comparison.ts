import { roundValue } from '@kreisweit/domain';
import type { PeerComparison } from '@kreisweit/store';
import type { Value } from '../series/value-at.ts';

/** Key figures of the published values of peers, lowest first. */
export type Quantiles = {
  readonly minimum: number;
  readonly lowestTenth: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly highestTenth: number;
  readonly maximum: number;
};

/** Where a published value stands among those of its peers. */
export type Comparison = {
  readonly rank: number | null;
  readonly of: number;
  readonly without: number;
  readonly quantiles: Quantiles | null;
  readonly quartile: number | null;
};

/** Fewer values than quarters have no quarters. */
const FEWEST_FOR_QUARTILES = 4;

/** What a value and the spread of its peers' say about each other. */
export function comparisonOf(
  { value, indicator }: Value,
  { rank, published, without, quantiles }: PeerComparison,
): Comparison {
  // Interpolated by quarters and tenths: two more digits say all there is to say.
  const exact = quantiles?.map((quantile) => roundValue(quantile, indicator.decimals + 2)) ?? null;
  const named = exact === null ? null : namedQuantiles(exact);
  const ranked = rank !== null && published >= FEWEST_FOR_QUARTILES;
  return {
    rank,
    of: published,
    without,
    quantiles: named,
    quartile: ranked && named !== null && value !== null ? quartileOf(value, named) : null,
  };
}

function namedQuantiles([
  minimum = 0,
  lowestTenth = 0,
  lowerQuartile = 0,
  median = 0,
  upperQuartile = 0,
  highestTenth = 0,
  maximum = 0,
]: readonly number[]): Quantiles {
  return { minimum, lowestTenth, lowerQuartile, median, upperQuartile, highestTenth, maximum };
}

/** The lowest quarter whose upper end the value does not exceed. */
function quartileOf(value: number, { lowerQuartile, median, upperQuartile }: Quantiles): number {
  return 1 + [lowerQuartile, median, upperQuartile].filter((end) => value > end).length;
}
