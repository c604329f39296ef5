import type { Measure } from '../catalogue/measure.ts';
import type { FigureAccuracy } from './explained-difference.ts';

/**
 * How exact figures of a measure are: what the releases say that hold them, or what the measure says of all of them. A
 * measure that is rounded without a release that says to what is rounded to its last published digit.
 */
export function figureAccuracy(
  { additivity }: Pick<Measure, 'additivity'>,
  decimals: number,
  releases: { readonly roundedTo: number | null; readonly perturbed: boolean },
): FigureAccuracy {
  const lastDigit = additivity === 'rounded' ? 10 ** -decimals : 0;
  return {
    roundedTo: releases.roundedTo ?? lastDigit,
    perturbed: releases.perturbed || additivity === 'perturbed',
  };
}
