import {
  type Breakdown,
  type Cell,
  dimensions,
  isPeriod,
  LARGEST_VALUE,
  type Measure,
  statusCodes,
  type UnitKey,
} from '@kreisweit/domain';

/** What is wrong with the period or the cell of one observation; null when nothing is. */
export function observationProblem(period: string, cell: Cell, measure: Measure): string | null {
  if (!isPeriod(period)) return `'${period}' is no period: expected 2015, 2015-Q1 or 2015-06`;
  if (!Object.hasOwn(statusCodes, cell.status)) return `'${cell.status}' is no status`;
  if (cell.status !== 'NORMAL') {
    return cell.value === null
      ? null
      : `a value (${cell.value}) beside the status ${cell.status}: expected one of both`;
  }
  if (cell.value === null) return 'neither a value nor a status that says why there is none';
  return valueProblem(cell.value, measure);
}

/** Counts are whole numbers from zero on; only a mean over a period may have decimals. */
function valueProblem(value: number, { unit, reference }: Measure): string | null {
  if (!Number.isFinite(value) || Math.abs(value) > LARGEST_VALUE)
    return `${value} is no number that can be stored`;
  if (!COUNTS.includes(unit)) return null;
  if (value < 0) return `${value}: a count cannot be negative`;
  if (!Number.isInteger(value) && !('mean' in reference)) {
    return `${value} is no whole number, as a count is; is a thousands separator read as a decimal sign?`;
  }
  return null;
}

const COUNTS: readonly UnitKey[] = ['person', 'household', 'count'];

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
