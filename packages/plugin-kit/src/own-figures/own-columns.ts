import { dimensions } from '@kreisweit/domain';

/** What a column of own figures holds: one of the fixed things, or the dimension of that key. */
export type ColumnRole =
  | { readonly kind: 'key' | 'name' | 'period' | 'measure' | 'value' | 'note' }
  | { readonly kind: 'dimension'; readonly dimension: string };

const NAMES: Readonly<Record<Exclude<ColumnRole['kind'], 'dimension'>, readonly string[]>> = {
  key: ['schlüssel', 'schluessel', 'ags', 'ars', 'key'],
  name: ['name'],
  period: ['zeitraum', 'jahr', 'period'],
  measure: ['merkmal', 'measure'],
  value: ['wert', 'value'],
  note: ['bemerkung', 'note'],
};

const ROLES: ReadonlyMap<string, ColumnRole> = new Map([
  ...dimensions.flatMap(({ key, title }) =>
    [key, title.de, title.en].map((name): [string, ColumnRole] => [
      folded(name),
      { kind: 'dimension', dimension: key },
    ]),
  ),
  ...Object.entries(NAMES).flatMap(([kind, names]) =>
    names.map((name): [string, ColumnRole] => [name, { kind } as ColumnRole]),
  ),
]);

/** Words as they are compared: without regard to case and to the number of spaces. */
export function folded(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** What a column is for by its header; null for a header that is not known. */
export function columnRole(header: string): ColumnRole | null {
  return ROLES.get(folded(header)) ?? null;
}

/** All headers that are known, as people are told. */
export const KNOWN_HEADERS: readonly string[] = Object.freeze([
  'Schlüssel',
  'Name',
  'Zeitraum',
  'Merkmal',
  ...dimensions.map(({ title }) => title.de),
  'Wert',
  'Bemerkung',
  'AGS',
  'ARS',
  'Jahr',
  'key',
  'period',
  'measure',
  ...dimensions.flatMap(({ key, title }) => [title.en, key]),
  'value',
  'note',
]);
