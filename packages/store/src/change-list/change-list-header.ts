import { plainTitle } from '../table-file/plain-title.ts';

/** A column of the list. `from` is the territory that gives or is dissolved, `to` the one that takes or is new. */
export type ChangeField =
  | 'reference'
  | 'unit'
  | 'fromArs'
  | 'fromAgs'
  | 'fromName'
  | 'kinds'
  | 'area'
  | 'population'
  | 'toArs'
  | 'toAgs'
  | 'toName'
  | 'legalOn'
  | 'statisticalOn';

/** Where the table begins and what its columns are. */
export type ChangeListHeader = {
  /** Index of the row with the titles and of the first row below them, counted from 0. */
  readonly top: number;
  readonly firstRow: number;
  readonly columns: ReadonlyMap<ChangeField, number>;
  readonly missing: readonly ChangeField[];
  /** The titles as they stand in the file, by column. */
  readonly titles: readonly string[];
};

/** German names of the columns, for messages. */
export const changeFieldTitles: Readonly<Record<ChangeField, string>> = Object.freeze({
  reference: 'Kennziffer',
  unit: 'Regionaleinheit',
  fromArs: 'ARS alt',
  fromAgs: 'AGS alt',
  fromName: 'Name alt',
  kinds: 'Änderungsart',
  area: 'Fläche qm',
  population: 'Einwohner',
  toArs: 'ARS neu',
  toAgs: 'AGS neu',
  toName: 'Name neu',
  legalOn: 'juristisch',
  statisticalOn: 'statistisch',
});

/**
 * As {@link plainTitle} leaves the titles. The sheet has two rows of them ("Abgebende / Aufgelöste Gemeinde"
 * above "Amtlicher Regionalschlüssel (ARS)"), read here as one text; the CSV has one ("ars_alt").
 */
const patterns: Readonly<Record<ChangeField, RegExp>> = {
  reference: /^kennziffer$/,
  unit: /^regionaleinheit$/,
  fromArs: /^arsalt$|^abgebende.*ars$/,
  fromAgs: /^agsalt$|^abgebende.*ags$/,
  fromName: /^namealt$|^abgebende.*name$/,
  kinds: /aenderungsart$/,
  area: /flaeche(in)?(qm|m2)$/,
  population: /einwohner$/,
  toArs: /^arsneu$|^aufnehmende.*ars$/,
  toAgs: /^agsneu$|^aufnehmende.*ags$/,
  toName: /^nameneu$|^aufnehmende.*name$/,
  legalOn: /juristisch$/,
  statisticalOn: /statistisch$/,
};
const fields = Object.keys(patterns) as readonly ChangeField[];

/** Above the header stands a title line or two; what stands further down than this is no header. */
const searchedRows = 20;
/** A row that holds fewer of the titles is none of the header. */
const fewestTitles = 4;

/** Finds the header, of one row or two, by where most titles are; null where the table is another one. */
export function changeListHeader(rows: readonly (readonly string[])[]): ChangeListHeader | null {
  const [best] = rows
    .slice(0, searchedRows)
    .flatMap((cells, top) => [
      header(top, top + 1, cells, cells),
      header(
        top,
        top + 2,
        titlesOf(filled(cells), rows[top + 1] ?? []),
        titlesOf(cells, rows[top + 1] ?? []),
      ),
    ])
    .toSorted((one, other) => other.columns.size - one.columns.size);
  return best === undefined || best.columns.size < fewestTitles ? null : best;
}

function header(
  top: number,
  firstRow: number,
  searched: readonly string[],
  titles: readonly string[],
): ChangeListHeader {
  const plain = searched.map(plainTitle);
  const columns = new Map(
    fields
      .map((field) => [field, plain.findIndex((title) => patterns[field].test(title))] as const)
      .filter(([, column]) => column >= 0),
  );
  return { top, firstRow, columns, missing: fields.filter((field) => !columns.has(field)), titles };
}

/** A title that spans several columns stands in the first one only. */
function filled(cells: readonly string[]): readonly string[] {
  let last = '';
  return cells.map((cell) => {
    last = cell === '' ? last : cell;
    return last;
  });
}

function titlesOf(upper: readonly string[], lower: readonly string[]): readonly string[] {
  return upper.map((cell, column) => `${cell} ${lower[column] ?? ''}`.replace(/\s+/g, ' ').trim());
}
