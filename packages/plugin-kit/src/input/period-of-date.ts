import { isPeriod, type Period, type Reference } from '@kreisweit/domain';
import type { TableDate } from '../genesis/table-date.ts';

/** The period of a table's date for a measure, or `problem` where the date contradicts the measure's reference. */
export type DatedPeriod = { readonly period: Period } | { readonly problem: string };

const DAY = /^(\d{4})-(\d{2}-\d{2})$/;

/**
 * The period that a date of a table means: `2015-12-31` is 2015 for a stock on 12-31, `2014/15` is 2015 for a school
 * year, `2015` is itself. A stock of another day, a flow or mean on a day, and a school year for anything else are
 * refused: the table holds something else than the measure says.
 */
export function periodOfDate(date: TableDate, reference: Reference): DatedPeriod {
  const dated = fittingPeriod(date, reference);
  if ('problem' in dated || isPeriod(dated.period)) return dated;
  return { problem: `'${date}' is in no year from 0001 to 9999` };
}

function fittingPeriod(date: TableDate, reference: Reference): DatedPeriod {
  const [, year, day] = DAY.exec(date) ?? [];
  if (year !== undefined && day !== undefined) {
    if ('at' in reference && reference.at === day) return { period: year };
    const expected = 'at' in reference ? `values of ${reference.at}` : 'a year';
    return { problem: `the table's values are of ${date}, but the measure expects ${expected}` };
  }
  const schoolYear = /^(\d{4})\/\d{2}$/.exec(date)?.[1];
  if (schoolYear === undefined) return { period: date };
  if ('schoolYear' in reference) return { period: String(Number(schoolYear) + 1) };
  return {
    problem: `the table's values are of the school year ${date}, but the measure does not refer to one`,
  };
}
