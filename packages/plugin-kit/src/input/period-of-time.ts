import { isPeriod, type Reference } from '@kreisweit/domain';
import { tableDate } from '../genesis/table-date.ts';
import { type DatedPeriod, periodOfDate } from './period-of-date.ts';

const FORMS: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^(\d{4})(?:-A1)?$/, ([, year]) => `${year}`],
  [/^(\d{4})-?Q([1-4])$/, ([, year, quarter]) => `${year}-Q${quarter}`],
  [/^(\d{4})-M?(0[1-9]|1[0-2])$/, ([, year, month]) => `${year}-${month}`],
];

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})(?:T00:00:00(?:\.0+)?Z?)?$/;

/**
 * The period of a time as files with one value a row write it: a year, a quarter (`2015-Q1`), a month (`2015-06`,
 * `2015-M06`), a day (`2015-12-31`, `31.12.2015`) or a school year (`2014/15`). Days and school years must fit the reference
 * of the measure.
 */
export function periodOfTime(time: string, reference: Reference): DatedPeriod {
  for (const [form, write] of FORMS) {
    const match = form.exec(time);
    if (match !== null) return fitting(write(match), time, reference);
  }
  const [, year, month, day] = ISO_DAY.exec(time) ?? [];
  const date = tableDate(year === undefined ? time : `${day}.${month}.${year}`);
  if (date !== null) return periodOfDate(date, reference);
  return {
    problem: `'${time}' is no time: expected a year, a quarter (2015-Q1), a month (2015-06) or a day (2015-12-31)`,
  };
}

function fitting(period: string, time: string, reference: Reference): DatedPeriod {
  if (period.length === 4) return periodOfDate(period, reference);
  if (!isPeriod(period)) return { problem: `'${time}' is in no year from 0001 to 9999` };
  if (!('schoolYear' in reference)) return { period };
  return { problem: `the values are of '${time}', but the measure refers to a school year` };
}
