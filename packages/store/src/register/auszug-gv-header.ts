import { calendarDate } from './calendar-date.ts';
import { fieldTitles, type RegisterField } from './register-table.ts';

/** The trimmed texts of one row of a sheet, '' for an empty cell. */
export type Cells = readonly string[];

/** Where the table of an AuszugGV sheet begins, what its columns are and which days it is about. */
export type AuszugGvHeader = {
  /** Row of the sheet with the word "Satzart", counted from 1. */
  readonly line: number;
  /** Index of the first row below the header, counted from 0. */
  readonly firstRow: number;
  readonly columns: ReadonlyMap<RegisterField, number>;
  readonly missing: readonly RegisterField[];
  readonly titles: string;
  /** ISO dates, null where the header states none. */
  readonly territoryDate: string | null;
  readonly populationDate: string | null;
};

/** As {@link plainTitle} leaves the column titles: "Text-kenn-zeichen", "Fläche km2 1)", "Postleit-zahl3)". */
const titles: Readonly<Record<RegisterField, RegExp>> = {
  recordType: /^satzart$/,
  textCode: /^textkennzeichen$/,
  state: /^land$/,
  region: /^rb$/,
  district: /^kreis$/,
  association: /^vb$/,
  municipality: /^gem$/,
  name: /^gemeindename$/,
  area: /^flächekm[2²]/,
  population: /^insgesamt$/,
  male: /^männlich$/,
  female: /^weiblich$/,
  postcode: /^postleitzahl$/,
};
const fields = Object.keys(titles) as readonly RegisterField[];

/** Above the header stands a title line or two; what stands further down than this is no header. */
const searchedRows = 20;

/**
 * Finds the header by the word "Satzart", or null. It has three rows: titles, what stands below a spanned
 * title, and the dates; the title of a spanned column stands above its first one.
 */
export function auszugGvHeader(rows: readonly Cells[]): AuszugGvHeader | null {
  const top = rows
    .slice(0, searchedRows)
    .findIndex((cells) => cells.some((cell) => titles.recordType.test(plainTitle(cell))));
  if (top < 0) return null;
  const [upper = [], lower = [], dates = []] = rows.slice(top, top + 3);
  const columns = new Map(
    fields
      .map((field) => [field, columnOf(field, upper, lower)] as const)
      .filter(([, column]) => column >= 0),
  );
  const populationColumn = columns.get('population') ?? -1;
  return {
    line: top + 1,
    firstRow: top + 3,
    columns,
    missing: fields.filter((field) => !columns.has(field)),
    titles: `${quoted(upper)} / ${quoted(lower)}`,
    territoryDate: dateIn(dates.find((cell) => /Gebietsstand/i.test(cell)) ?? ''),
    populationDate: dateIn(dates[populationColumn] ?? ''),
  };
}

/** What the header of a register holds, for a message. */
export const expectedTitles = Object.values(fieldTitles).join(', ');

/** The first filled cells of a row, for a message. */
export function quoted(cells: Cells): string {
  const filled = cells.filter((cell) => cell !== '').map((cell) => cell.replace(/\s+/g, ' '));
  const some = filled.slice(0, 8).map((cell) => `"${cell.length > 40 ? `${cell.slice(0, 40)}...` : cell}"`);
  return filled.length > some.length ? `${some.join(', ')}, ...` : some.join(', ');
}

function columnOf(field: RegisterField, upper: Cells, lower: Cells): number {
  const matches = (cell: string) => titles[field].test(plainTitle(cell));
  const inUpper = upper.findIndex(matches);
  return inUpper >= 0 ? inUpper : lower.findIndex(matches);
}

/** Without footnote marks, hyphens and blanks, in small letters. */
function plainTitle(text: string): string {
  return text
    .replace(/\d\)/g, '')
    .replace(/[\s\u00ad-]/g, '')
    .toLowerCase();
}

/** The first date dd.mm.yyyy in a text. */
function dateIn(text: string): string | null {
  const [, day, month, year] = /(\d{2})\.(\d{2})\.(\d{4})/.exec(text) ?? [];
  return day === undefined || month === undefined || year === undefined
    ? null
    : calendarDate(year, month, day);
}
