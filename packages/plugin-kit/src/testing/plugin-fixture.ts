import type { Breakdown, Origin, Period, Status } from '@kreisweit/domain';

/**
 * A value that a file must deliver, looked up by hand: the key of the territory as it stands in the file, the plug-in's own
 * name of the measure, and of the cell whatever is given. `value: null` says that there is none; `sign` is as delivered.
 *
 * @example { territory: '12070', measure: 'residents', period: '2015', breakdown: { sex: 'male' }, value: 38_556 }
 */
export type GoldenObservation = {
  readonly territory: string;
  readonly measure: string;
  readonly period: Period;
  readonly breakdown?: Breakdown;
  readonly value?: number | null;
  readonly sign?: string | null;
  readonly status?: Status;
};

/**
 * A result of a district that must come of a file: `key` is the name of a measure or indicator of the plug-in, or its whole
 * key. Values are rounded as they are published.
 *
 * @example { district: '12070', key: 'foreignShare', period: '2015', value: 2.8, origin: 'SUMMED', reported: 26, expected: 26 }
 */
export type GoldenDistrict = {
  readonly district: string;
  readonly key: string;
  readonly period: Period;
  readonly breakdown?: Breakdown;
  readonly value?: number | null;
  readonly status?: Status;
  readonly origin?: Origin;
  readonly reported?: number | null;
  readonly expected?: number | null;
};

/**
 * A file that the plug-in takes in. `input` is the name of the input that must take it; `golden` and `districts` are values
 * that must come of it. Give a path relative to the test by `new URL('../fixtures/places.csv', import.meta.url)`.
 */
export type PluginFixture = {
  readonly file: string | URL;
  readonly input?: string;
  readonly golden?: readonly GoldenObservation[];
  readonly districts?: readonly GoldenDistrict[];
};
