import { frequencyOf, type Period } from './period.ts';

/**
 * The periods that a longer one is made up of, in order: its quarters, then its months, each as one list. Nothing for a month.
 *
 * @example shorterPeriods('2015-Q2') // [['2015-04', '2015-05', '2015-06']]
 */
export function shorterPeriods(period: Period): readonly (readonly Period[])[] {
  const frequency = frequencyOf(period);
  const year = period.slice(0, 4);
  const months = (first: number, count: number) =>
    Array.from({ length: count }, (_, at) => `${year}-${String(first + at).padStart(2, '0')}`);
  if (frequency === 'month') return [];
  if (frequency === 'quarter') return [months(3 * Number(period.slice(-1)) - 2, 3)];
  return [['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `${year}-${quarter}`), months(1, 12)];
}
