import { plainTitle } from '../table-file/plain-title.ts';
import { quotedCells } from '../table-file/quoted-cells.ts';
import type { Cells } from '../table-file/sheet-rows.ts';
import { calendarDate } from './calendar-date.ts';
import { fieldTitles, type RegisterField } from './register-table.ts';

/** Where the table of an AuszugGV sheet begins, what its columns are and which days it is about. */
export type AuszugGvHeader = {
  /** Row of the sheet with the word "Satzart", counted from 1. */
  readonly line: number;
  /** Index of the first row below the header, counted from 0. */
  readonly firstRow: number;
  readonly columns: ReadonlyMap<RegisterField, number>;
  /** Columns that every sheet must have. */
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
  area: /^flaechekm2/,
  population: /^insgesamt$/,
  male: /^maennlich$/,
  female: /^weiblich$/,
  postcode: /^postleitzahl$/,
  degreeOfUrbanisation: /^(gradderverstaedterung|eustadtlandgliederung)$/,
};
const fields = Object.keys(titles) as readonly RegisterField[];

/** Older sheets do not have this one. */
const optional: RegisterField = 'degreeOfUrbanisation';
const requiredFields = fields.filter((field) => field !== optional);

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
    missing: requiredFields.filter((field) => !columns.has(field)),
    titles: `${quotedCells(upper)} / ${quotedCells(lower)}`,
    territoryDate: dateIn(dates.find((cell) => /Gebietsstand/i.test(cell)) ?? ''),
    populationDate: dateIn(dates[populationColumn] ?? ''),
  };
}

/** What the header of every register holds, for a message. */
export const expectedTitles = requiredFields.map((field) => fieldTitles[field]).join(', ');

function columnOf(field: RegisterField, upper: Cells, lower: Cells): number {
  const matches = (cell: string) => titles[field].test(plainTitle(cell));
  const inUpper = upper.findIndex(matches);
  return inUpper >= 0 ? inUpper : lower.findIndex(matches);
}

/** The first date dd.mm.yyyy in a text. */
function dateIn(text: string): string | null {
  const [, day, month, year] = /(\d{2})\.(\d{2})\.(\d{4})/.exec(text) ?? [];
  return day === undefined || month === undefined || year === undefined
    ? null
    : calendarDate(year, month, day);
}
