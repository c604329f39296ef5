import { fieldTitles, type RegisterField, type RegisterRecord } from './register-table.ts';

/** Length of every record, in characters. All letters of the register are single UTF-16 units. */
export const gv100adRecordLength = 220;

/**
 * First character and the one after the last, counted from 0, as in the record description that Destatis
 * packs beside the file. The key stands in the order of the AGS: the municipality before its association.
 * In a record of type 30 (Region) character 13 is the number of the region, not of a district.
 */
const fields = {
  recordType: [0, 2],
  state: [10, 12],
  region: [12, 13],
  district: [13, 15],
  municipality: [15, 18],
  association: [18, 22],
  name: [22, 72],
  textCode: [122, 124],
  area: [128, 139],
  population: [139, 150],
  male: [150, 161],
  postcode: [165, 170],
} as const satisfies Partial<Record<RegisterField, readonly [number, number]>>;

const territoryDate = [2, 10] as const;

/** One record of a GV100AD file: its fields and the territory date as written (yyyymmdd). */
export type Gv100adRecord = RegisterRecord & { readonly territoryDate: string };

/** Cuts a record of 220 characters into its fields. It checks nothing. */
export function parseGv100adRecord(text: string, line: number): Gv100adRecord {
  const cut = ([from, to]: readonly [number, number]) => text.slice(from, to).trim();
  return {
    line,
    territoryDate: cut(territoryDate),
    recordType: cut(fields.recordType),
    textCode: cut(fields.textCode),
    state: cut(fields.state),
    region: cut(fields.region),
    district: cut(fields.district),
    association: cut(fields.association),
    municipality: cut(fields.municipality),
    name: cut(fields.name),
    area: cut(fields.area),
    population: cut(fields.population),
    male: cut(fields.male),
    female: '',
    postcode: cut(fields.postcode),
    degreeOfUrbanisation: '',
  };
}

/**
 * Where a field stands, counted from 1 as editors and the record description do.
 *
 * @example gv100adColumn('district') // '14-15 (Kreis)'
 */
export function gv100adColumn(field: RegisterField | 'territoryDate'): string {
  if (field === 'territoryDate') return `${span(territoryDate)} (Gebietsstand)`;
  if (field === 'female' || field === 'degreeOfUrbanisation') return fieldTitles[field];
  return `${span(fields[field])} (${fieldTitles[field]})`;
}

function span([from, to]: readonly [number, number]): string {
  return to - from === 1 ? `${to}` : `${from + 1}-${to}`;
}
