import { frequencyOf, type Period } from './period.ts';

/** A period as a part of a longer one: one of `parts`; `isLast` where it ends with it. */
export type PeriodPart = { readonly period: Period; readonly parts: number; readonly isLast: boolean };

/**
 * The longer periods that a period is a part of: the quarter and the year of a month, the year of a quarter.
 *
 * @example longerPeriods('2015-06') // [{ period: '2015-Q2', parts: 3, isLast: true }, { period: '2015', parts: 12, isLast: false }]
 */
export function longerPeriods(period: Period): readonly PeriodPart[] {
  const frequency = frequencyOf(period);
  const year = period.slice(0, 4);
  if (frequency === 'year') return [];
  if (frequency === 'quarter') return [{ period: year, parts: 4, isLast: period.endsWith('Q4') }];
  const month = Number(period.slice(5));
  return [
    { period: `${year}-Q${Math.ceil(month / 3)}`, parts: 3, isLast: month % 3 === 0 },
    { period: year, parts: 12, isLast: month === 12 },
  ];
}
