import { calendarDate } from '../register/calendar-date.ts';
import { type ChangeKind, changeKinds, type ListedChange, type ListedKind } from './change-list.ts';
import type { ChangeField } from './change-list-header.ts';
import { listedTerritory, type TerritoryTexts } from './listed-territory.ts';

/** One row of the list as it is written: text without the blanks around it, '' where the list is silent. */
export type ChangeRow = Readonly<Record<ChangeField, string>> & { readonly line: number };

/** Something wrong with one field of a row. */
export type ChangeProblem = { readonly field: ChangeField; readonly message: string };

/** What became of one row; `change` is of use only without problems. */
export type ChangeReading = {
  readonly change: ListedChange | null;
  readonly problems: readonly ChangeProblem[];
};

/** The names of the units, in small letters. */
const units: ReadonlyMap<string, ListedKind> = new Map([
  ['gemeinde', 'municipality'],
  ['gemeindeverband', 'association'],
  ['kreis', 'district'],
  ['landkreis', 'district'],
  ['kreisfreie stadt', 'district'],
  ['stadtkreis', 'district'],
  ['regierungsbezirk', 'region'],
  ['statistische region', 'region'],
  ['land', 'state'],
  ['bundesland', 'state'],
]);

/** Understands one row of the list: its unit, its two territories, what happened, how much and when. */
export function changeFromRow(row: ChangeRow): ChangeReading {
  const kinds = readKinds(row.kinds);
  const area = readNumber(row.area);
  const population = readNumber(row.population);
  const legalOn = readDate(row.legalOn);
  const statisticalOn = readDate(row.statisticalOn);
  const kind = units.get(row.unit.toLowerCase());
  const from = kind === undefined ? null : listedTerritory(textsOf(row, 'from'), kind);
  const to = kind === undefined ? null : listedTerritory(textsOf(row, 'to'), kind);

  const problems: readonly ChangeProblem[] = [
    ...problem('reference', row.reference === '' ? 'the Kennziffer is missing' : null),
    ...problem('unit', kind === undefined ? unknownUnit(row.unit) : null),
    ...(from?.problems ?? []).map(({ part, message }) => ({ field: fieldsOf.from[part], message })),
    ...problem('kinds', kinds.problem),
    ...problem('area', area.problem),
    ...problem('population', population.problem),
    ...(to?.problems ?? []).map(({ part, message }) => ({ field: fieldsOf.to[part], message })),
    ...problem('legalOn', legalOn.problem),
    ...problem('statisticalOn', statisticalOn.problem),
  ];
  if (from === null || to === null || problems.length > 0) return { change: null, problems };
  const change: ListedChange = Object.freeze({
    line: row.line,
    reference: row.reference,
    kinds: kinds.value,
    from: from.territory,
    to: to.territory,
    areaSquareMetres: area.value,
    population: population.value,
    legalOn: legalOn.value,
    statisticalOn: statisticalOn.value,
  });
  return { change, problems };
}

const fieldsOf = {
  from: { ars: 'fromArs', ags: 'fromAgs', name: 'fromName' },
  to: { ars: 'toArs', ags: 'toAgs', name: 'toName' },
} as const;

function textsOf(row: ChangeRow, side: 'from' | 'to'): TerritoryTexts {
  const { ars, ags, name } = fieldsOf[side];
  return { ars: row[ars], ags: row[ags], name: row[name].replace(/\s+/g, ' ') };
}

function problem(field: ChangeField, message: string | null): readonly ChangeProblem[] {
  return message === null ? [] : [{ field, message }];
}

function unknownUnit(text: string): string {
  const expected = 'expected Gemeinde, Gemeindeverband, Kreis, Regierungsbezirk or Land';
  return text === ''
    ? `the Regionaleinheit is missing, ${expected}`
    : `"${text}" is no Regionaleinheit, ${expected}`;
}

type Reading<T> = { readonly value: T; readonly problem: string | null };

/** Codes from 1 to 4, several of them with commas: "3, 4". */
function readKinds(text: string): Reading<readonly ChangeKind[]> {
  const codes = text.split(/\s*,\s*/);
  const kinds = codes.flatMap((code) => (/^[1-4]$/.test(code) ? (changeKinds[Number(code) - 1] ?? []) : []));
  if (kinds.length === codes.length) return { value: Object.freeze([...new Set(kinds)]), problem: null };
  const what = text === '' ? 'the Änderungsart is missing' : `"${text}" is no Änderungsart`;
  const expected =
    '1 (Auflösung), 2 (Teilausgliederung), 3 (Schlüsseländerung), 4 (Namensänderung) or several with commas';
  return { value: [], problem: `${what}, expected ${expected}` };
}

function readNumber(text: string): Reading<number | null> {
  if (text === '') return { value: null, problem: null };
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(value)) return { value, problem: null };
  return { value: null, problem: `"${text}" is not a whole number; write digits only, or nothing` };
}

/** Dates stand as dd.mm.yyyy in the lists; a cell that holds a real date arrives as ISO. */
function readDate(text: string): Reading<string> {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const [, germanDay = day, germanMonth = month, germanYear = year] =
    /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text) ?? [];
  const value = calendarDate(germanYear, germanMonth, germanDay);
  if (value !== null) return { value, problem: null };
  const what = text === '' ? 'the date is missing' : `"${text}" is no date`;
  return { value: '', problem: `${what}, expected a day that exists as dd.mm.yyyy` };
}
