/**
 * An excerpt of an official table, typed in as facts: one row a territory, its cells as delivered (numbers and signs
 * as text), one for each of `columns`. Keys are the table's own (Samtgemeinde 8 digits, its members 11).
 */
export type DemoTable = {
  /** The code of the table, for example `12411-01-01-5`. */
  readonly table: string;
  readonly title: string;
  readonly institute: string;
  /** The day on which the table was retrieved, ISO. */
  readonly retrieved: string;
  readonly licence: 'dl-de/by-2-0';
  /** The notes of the footer, as printed: on which census and on whose boundaries the figures stand. */
  readonly notes: readonly string[];
  readonly columns: readonly { readonly measure: string; readonly period: string }[];
  readonly rows: readonly (readonly [key: string, name: string, ...cells: string[]])[];
};
