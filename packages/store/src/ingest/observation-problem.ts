import { type Breakdown, dimensions, isPeriod, type Measure } from '@kreisweit/domain';

/** What is wrong with the period or the value of one observation; null when nothing is. */
export function observationProblem(period: string, value: number | null, measure: Measure): string | null {
  if (!isPeriod(period)) return `'${period}' is no period: expected 2015, 2015-Q1 or 2015-06`;
  if (value !== null && value < 0 && measure.unit === 'person')
    return `${value} persons: a count cannot be negative`;
  return null;
}

/** What is wrong with a breakdown of a measure; null when its dimensions and categories are known. */
export function breakdownProblem(breakdown: Breakdown, measure: Measure): string | null {
  for (const [key, category] of Object.entries(breakdown)) {
    const dimension = dimensions.find((candidate) => candidate.key === key);
    if (dimension === undefined || !measure.dimensions.includes(key)) {
      return `the measure ${measure.key} has no dimension '${key}': expected ${measure.dimensions.join(', ') || 'none'}`;
    }
    const categories = dimension.categories.map((each) => each.key);
    if (!categories.includes(category)) {
      return `'${category}' is no category of ${key}: expected ${categories.join(', ')}`;
    }
  }
  return null;
}
