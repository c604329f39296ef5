/** What a crosswalk converts: municipalities (AGS of 8 digits) or districts (5 digits). */
export type CrosswalkKind = 'municipality' | 'district';

/** The weights of a link: what its share is a share of. */
export type WeightKind = 'population' | 'area' | 'employment';

/**
 * The share of an old territory that lies in a territory of the target day, with the consecutive years in which
 * exactly these shares hold.
 *
 * A share is a number from 0 to 1; null where the file has no usable one (see `Crosswalk.unusable`).
 */
export type CrosswalkLink = {
  readonly source: string;
  readonly target: string;
  /** ISO date, 31 December of the first year of the run. */
  readonly sourceFrom: string;
  /** ISO date, 31 December of the last year of the run. */
  readonly sourceUntil: string;
  readonly population: number | null;
  readonly area: number | null;
  readonly employment: number | null;
};

/**
 * What a year-to-year file says about a source territory. The file counts in hundreds with one or two
 * decimals: inhabitants and employees are exact to ten persons, or to one. Employees are those subject to
 * social insurance at their place of work on 30 June.
 */
export type CrosswalkUnit = {
  readonly key: string;
  readonly name: string;
  readonly areaHectares: number | null;
  readonly population: number | null;
  readonly employees: number | null;
};

/** The shares of one source on one day that do not sum to 1, so that none of them is used. */
export type UnusableWeights = {
  readonly day: string;
  readonly source: string;
  readonly weight: 'population' | 'employment';
  readonly sum: number;
};

/** A BBSR crosswalk ("Umsteigeschlüssel"): how old territories lie in those of one later day. */
export type Crosswalk = {
  /** Base name of the file. */
  readonly file: string;
  readonly kind: CrosswalkKind;
  /** ISO date of the boundaries that everything is converted to. */
  readonly targetOn: string;
  /** ISO dates of the boundaries that can be converted, ascending. */
  readonly sourceDays: readonly string[];
  /** By source, then target, then day. */
  readonly links: readonly CrosswalkLink[];
  /** By key; only year-to-year files name and measure their sources. */
  readonly units: readonly CrosswalkUnit[];
  /** Names of the targets by key; empty for files of many years, which name nothing. */
  readonly targetNames: ReadonlyMap<string, string>;
  /** How many rows of the file the links came from. */
  readonly rows: number;
  /** By source, then day. */
  readonly unusable: readonly UnusableWeights[];
};
