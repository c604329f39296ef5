import type { RegisterFormat } from './register-entry.ts';
import type { RegisterProblem } from './register-problems.ts';

/**
 * One row of a register as it is written in the file: text without the blanks around it, '' where the
 * file is silent.
 */
export type RegisterRecord = {
  readonly line: number;
  /** Satzart: 10 Land, 20 Regierungsbezirk, 30 Region, 40 Kreis, 50 Gemeindeverband, 60 Gemeinde. */
  readonly recordType: string;
  readonly textCode: string;
  readonly state: string;
  readonly region: string;
  readonly district: string;
  readonly association: string;
  readonly municipality: string;
  readonly name: string;
  readonly area: string;
  readonly population: string;
  readonly male: string;
  /** Only AuszugGV has it; '' in GV100AD. */
  readonly female: string;
  readonly postcode: string;
  /** Not every sheet has it; '' in GV100AD. */
  readonly degreeOfUrbanisation: string;
};

/** A field of a {@link RegisterRecord}. */
export type RegisterField = Exclude<keyof RegisterRecord, 'line'>;

/** Something wrong with one field of a record. */
export type FieldProblem = { readonly field: RegisterField; readonly message: string };

/** What the reader of either format makes of a file, before keys and numbers are understood. */
export type RegisterTable = {
  readonly format: RegisterFormat;
  /** ISO date, '' where the file has none (then `problems` says so). */
  readonly territoryDate: string;
  /** ISO date, null where the format does not state it. */
  readonly populationDate: string | null;
  readonly hectaresPerAreaUnit: number;
  /** How the file calls a field and where it stands, for messages. */
  readonly columnOf: (field: RegisterField) => string;
  readonly records: readonly RegisterRecord[];
  readonly problems: readonly RegisterProblem[];
};

/** German names of the fields as the published tables head their columns, for messages. */
export const fieldTitles: Readonly<Record<RegisterField, string>> = Object.freeze({
  recordType: 'Satzart',
  textCode: 'Textkennzeichen',
  state: 'Land',
  region: 'RB',
  district: 'Kreis',
  association: 'VB',
  municipality: 'Gem',
  name: 'Gemeindename',
  area: 'Fläche',
  population: 'Bevölkerung insgesamt',
  male: 'männlich',
  female: 'weiblich',
  postcode: 'Postleitzahl',
  degreeOfUrbanisation: 'Grad der Verstädterung',
});
