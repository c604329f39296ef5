import { frequencyOf, type Period } from '@kreisweit/domain';

/**
 * The shorter periods that make up a period, one list a frequency: of a year its quarters and its months, of a quarter its
 * months. The inverse of `longerPeriods` of the domain.
 *
 * @example shorterPeriods('2015-Q2') // [['2015-04', '2015-05', '2015-06']]
 */
export function shorterPeriods(period: Period): readonly (readonly Period[])[] {
  const frequency = frequencyOf(period);
  const year = period.slice(0, 4);
  if (frequency === 'month') return [];
  if (frequency === 'year') return [QUARTERS.map((name) => `${year}-${name}`), monthsOf(year, 1, 12)];
  return [monthsOf(year, 3 * Number(period.at(-1)) - 2, 3)];
}

const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'];

function monthsOf(year: string, first: number, count: number): readonly Period[] {
  return Array.from({ length: count }, (_, index) => `${year}-${String(first + index).padStart(2, '0')}`);
}
