import { calendarDate } from '../register/calendar-date.ts';
import { plainTitle } from '../table-file/plain-title.ts';

/** A column of a crosswalk. Only files of many years have `year`, only year-to-year files the last five. */
export type CrosswalkField =
  | 'year'
  | 'source'
  | 'population'
  | 'area'
  | 'employment'
  | 'target'
  | 'sourceName'
  | 'targetName'
  | 'sourceArea'
  | 'sourcePopulation'
  | 'sourceEmployees';

/**
 * What the titles of a crosswalk say. `sourceYear` is null in a file of many years, whose rows state it;
 * `targetYear` is null where the title of the target is missing.
 */
export type CrosswalkHeader = {
  readonly columns: ReadonlyMap<CrosswalkField, number>;
  /** Titles of the columns that are not there. */
  readonly missing: readonly string[];
  readonly sourceYear: number | null;
  readonly targetYear: number | null;
  /** Titles that state a day which is not the end of a year. */
  readonly otherDays: readonly string[];
  /** The titles of all columns, in one line each. */
  readonly titles: readonly string[];
};

type Column = readonly [field: CrosswalkField, pattern: RegExp, title: string];

/** As {@link plainTitle} leaves the titles, and as messages call them. `ags20` means the boundaries of 31.12.2020. */
const manyYears: readonly Column[] = [
  ['year', /^yearxw$/, 'year_xw'],
  ['source', /^agsxw$/, 'ags_xw'],
  ['population', /^popconv$/, 'pop_conv'],
  ['area', /^sizeconv$/, 'size_conv'],
  ['employment', /^empconv$/, 'emp_conv'],
  ['target', /^ags\d{2}$/, 'ags with two digits of a year'],
];

/** The keys of both years have the same title but for the year: the old ones stand to the left. */
const yearToYear: readonly Column[] = [
  ['source', /^(gemeinden|kreise)\d+$/, 'Gemeinden 31.12. (old)'],
  ['target', /^(gemeinden|kreise)\d+$/, 'Gemeinden 31.12. (new)'],
  ['area', /^flaechenproportional/, 'flächenproportionaler Umsteigeschlüssel'],
  ['population', /^bevoelkerungsproportional/, 'bevölkerungsproportionaler Umsteigeschlüssel'],
  ['employment', /^beschaeftigtenproportional/, 'beschäftigtenproportionaler Umsteigeschlüssel'],
  ['sourceArea', /^flaeche.*inkm2?$/, 'Fläche in km²'],
  ['sourcePopulation', /^bevoelkerung.*in100$/, 'Bevölkerung in 100'],
  ['sourceEmployees', /^(sozialvers.*)?beschaeftigte.*in100$/, 'Beschäftigte in 100'],
];

/** What a crosswalk looks like, for messages about other files. */
export const crosswalkTitles =
  'year_xw, ags_xw, pop_conv, size_conv, emp_conv, ags20, ' +
  'or those of a file from one year to the next ("Gemeinden 31.12.2020" and so on)';

/** A row with fewer of the titles is no header. */
const fewestTitles = 3;

/** Understands a row as the header of either kind of file, or null. */
export function crosswalkHeader(cells: readonly string[]): CrosswalkHeader | null {
  const titles = cells.map((cell) => cell.replace(/\s+/g, ' '));
  const plain = titles.map(plainTitle);
  const isManyYears = columnsOf(plain, manyYears).size >= columnsOf(plain, yearToYear).size;
  const expected = isManyYears ? manyYears : [...yearToYear, ...nameColumns(plain)];
  const columns = columnsOf(plain, expected);
  if (columns.size < fewestTitles) return null;
  const titleOf = (field: CrosswalkField) => titles[columns.get(field) ?? -1] ?? '';
  const [source, target] = [titleOf('source'), titleOf('target')];
  return {
    columns,
    missing: expected.filter(([field]) => !columns.has(field)).map(([, , title]) => title),
    sourceYear: isManyYears ? null : endedYear(source),
    targetYear: isManyYears ? shortYear(target) : endedYear(target),
    otherDays: isManyYears
      ? []
      : [source, target].filter((title) => title !== '' && endedYear(title) === null),
    titles,
  };
}

/** The names stand under the year of their keys: "Gemeindename 2020" belongs to "Gemeinden 31.12.2020". */
function nameColumns(plain: readonly string[]): readonly Column[] {
  const columns = columnsOf(plain, yearToYear);
  const column = (field: 'sourceName' | 'targetName', key: 'source' | 'target'): Column => {
    const year = /\d{4}$/.exec(plain[columns.get(key) ?? -1] ?? '')?.[0] ?? '';
    return [field, new RegExp(`^(gemeinde|kreis)name${year}$`), `Gemeindename ${year}`.trim()];
  };
  return [column('sourceName', 'source'), column('targetName', 'target')];
}

/** Each column is used once, so that the second of two equal titles is the target's. */
function columnsOf(plain: readonly string[], expected: readonly Column[]): Map<CrosswalkField, number> {
  const columns = new Map<CrosswalkField, number>();
  const used = new Set<number>();
  for (const [field, pattern] of expected) {
    const column = plain.findIndex((text, index) => !used.has(index) && pattern.test(text));
    if (column < 0) continue;
    columns.set(field, column);
    used.add(column);
  }
  return columns;
}

/** `ags20` is 2020, `ags95` is 1995: there are no crosswalks from before 1990. */
function shortYear(title: string): number | null {
  const digits = /(\d{2})$/.exec(title)?.[1];
  if (digits === undefined) return null;
  return Number(digits) + (Number(digits) < 90 ? 2000 : 1900);
}

/** The year of a title like "Gemeinden 31.12.2020", null where it states another day or none. */
function endedYear(title: string): number | null {
  const [, day = '', month = '', year = ''] = /(\d{2})\.(\d{2})\.(\d{4})/.exec(title) ?? [];
  return calendarDate(year, month, day)?.endsWith('-12-31') === true ? Number(year) : null;
}
