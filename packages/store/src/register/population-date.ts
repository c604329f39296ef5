import { populationOfGermany, yearOfPopulation } from './population-of-germany.ts';

/**
 * The day on which the inhabitants of a GV100AD file were counted, which the file does not state.
 *
 * 1. The municipalities add up to the published population of Germany on a 31 December: that day. Nothing
 *    else tells the two editions of 31 December apart, the quarterly one of January (population of the year
 *    before) and the yearly one of the following autumn (population of the same day).
 * 2. Else the calendar of publication decides. Destatis has the population of all municipalities on 31 December
 *    in the following late summer. So editions from 30 September on carry the last 31 December before them, and
 *    earlier ones the one a year before that. The headers of the AuszugGV sheets, which Destatis makes from the
 *    same system on the same days, state both dates: 30.09.2013 with 31.12.2012, 31.12.2025 (4th quarter) with
 *    31.12.2024, but 31.03.2021 with 31.12.2019. The GV100AD of 30.11.2023 adds up to 31.12.2022.
 * 3. But an edition of 31 December that does not carry the known population of the year before is the
 *    yearly one.
 *
 * @param territoryDate ISO date
 * @param total sum of the population of all municipalities
 * @returns ISO date, never after `territoryDate`
 */
export function populationDate(territoryDate: string, total: number): string {
  const year = Number(territoryDate.slice(0, 4));
  const day = territoryDate.slice(5);
  const recognised = yearOfPopulation(total);
  if (recognised !== null && lastDay(recognised) <= territoryDate) return lastDay(recognised);
  if (day === '12-31' && populationOfGermany(year - 1).length > 0) return lastDay(year);
  return lastDay(day >= '09-30' ? year - 1 : year - 2);
}

function lastDay(year: number): string {
  return `${year}-12-31`;
}
