/**
 * What the list says happened: DISSOLVED (code 1, Auflösung), PART_MOVED (2, Teilausgliederung), KEY_CHANGED
 * (3, Schlüsseländerung), NAME_CHANGED (4, Namensänderung). The order is that of the codes.
 */
export const changeKinds = Object.freeze(['DISSOLVED', 'PART_MOVED', 'KEY_CHANGED', 'NAME_CHANGED'] as const);

/** One of {@link changeKinds}. */
export type ChangeKind = (typeof changeKinds)[number];

/** What a row of the list is about (Regionaleinheit). */
export type ListedKind = 'municipality' | 'association' | 'district' | 'region' | 'state';

/**
 * A territory as the list names it, before or after the change. `ars` has 12, 9, 5, 3 or 2 digits after its
 * kind; `ags` has 8, 5, 3 or 2 and is null for an association, which has none.
 */
export type ListedTerritory = {
  readonly kind: ListedKind;
  readonly ars: string;
  readonly ags: string | null;
  readonly name: string;
};

/**
 * One row of the list: what went from one territory to another.
 *
 * A dissolved territory has one row for each territory that took a piece of it. A moved part has two: the
 * piece that moved, and the piece that stays, where `from` and `to` are the same key. An association has rows
 * of its own beside those of its municipalities.
 */
export type ListedChange = {
  /** Line of the text file or row of the sheet, counted from 1. */
  readonly line: number;
  /** Kennziffer of the reform: Land, year, number and form, `06/2023/0002-R`. */
  readonly reference: string;
  /** What happened; several at once occur ("3, 4"). */
  readonly kinds: readonly ChangeKind[];
  readonly from: ListedTerritory;
  readonly to: ListedTerritory;
  /** Area of the piece in m2; null where the list is silent, as it is for associations and names. */
  readonly areaSquareMetres: number | null;
  /** Inhabitants of the piece; null where the list is silent. */
  readonly population: number | null;
  /** ISO date on which the change is law (juristisch wirksam). */
  readonly legalOn: string;
  /** ISO date from which statistics show it (statistisch wirksam), months or years later at times. */
  readonly statisticalOn: string;
};

/**
 * An official list of territorial changes (Gebietsänderungen, Destatis), in the order of its file.
 *
 * `from` and `until` are ISO dates: the whole calendar years into which the statistical dates fall. The lists
 * are published for whole years.
 */
export type ChangeList = {
  /** Base name of the file. */
  readonly file: string;
  readonly from: string;
  readonly until: string;
  readonly changes: readonly ListedChange[];
};
