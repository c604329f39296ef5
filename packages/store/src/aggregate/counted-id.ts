import type { Measure } from '@kreisweit/domain';
import type { CatalogueInForce } from '../catalogue/catalogue-in-force.ts';

/** The id of the measure whose values a measure with a condition counts; null for a measure that is delivered itself. */
export function countedId(
  { measures }: Pick<CatalogueInForce, 'measures'>,
  { countOf }: Pick<Measure, 'countOf'>,
): number | null {
  return countOf === undefined ? null : (measures.get(countOf.measure)?.id ?? null);
}
