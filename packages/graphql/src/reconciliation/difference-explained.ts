import { explainedDifference, type FigureAccuracy } from '@kreisweit/domain';
import type { Finding } from './reconciliation.ts';

/** Values that are closer are the same (rule 17); counts of a district are far too small for it to matter. */
const RELATIVE = 1e-9;

/**
 * Whether a difference between a delivered total and the sum of its members is none, is explained by how exact the
 * figures are, or is a finding.
 */
export function differenceExplained(
  accuracy: FigureAccuracy,
  {
    delivered,
    difference,
    members,
  }: { readonly delivered: number; readonly difference: number; readonly members: number },
): Extract<Finding, 'EQUAL' | 'WITHIN_ACCURACY' | 'DIFFERENT'> {
  const size = Math.abs(difference);
  const nothing = RELATIVE * Math.abs(delivered);
  if (size <= nothing) return 'EQUAL';
  return size <= explainedDifference(accuracy, members) + nothing ? 'WITHIN_ACCURACY' : 'DIFFERENT';
}
