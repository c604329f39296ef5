import type { Measure } from '@kreisweit/domain';
import type { Finding } from './reconciliation.ts';

/** Values that are closer are the same (rule 17); counts of a district are far too small for it to matter. */
const RELATIVE = 1e-9;

/**
 * Institutes that perturb counts turn 1 and 2 into 0 or 3 and change others by about one, at random: three standard
 * deviations of a figure that is off by one.
 */
const PERTURBATION = 3;

/**
 * Whether a difference between a delivered total and the sum of its members is none, is explained by how exact the
 * figures are, or is a finding. Figures that are rounded each on their own are off by half a unit of the last digit at
 * most, the total too; perturbed ones by chance, so that their errors grow with the root of their number.
 */
export function differenceExplained(
  { additivity }: Pick<Measure, 'additivity'>,
  {
    delivered,
    difference,
    members,
    decimals,
  }: {
    readonly delivered: number;
    readonly difference: number;
    readonly members: number;
    readonly decimals: number;
  },
): Extract<Finding, 'EQUAL' | 'WITHIN_ACCURACY' | 'DIFFERENT'> {
  const size = Math.abs(difference);
  const nothing = RELATIVE * Math.abs(delivered);
  if (size <= nothing) return 'EQUAL';
  const figures = members + 1;
  const explained =
    additivity === 'rounded'
      ? (figures / 2) * 10 ** -decimals
      : additivity === 'perturbed'
        ? PERTURBATION * Math.sqrt(figures)
        : 0;
  return size <= explained + nothing ? 'WITHIN_ACCURACY' : 'DIFFERENT';
}
