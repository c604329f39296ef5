import type { LocalisedText } from '../localised-text.ts';

/**
 * What must hold among the values of a territory, period and breakdown, as plain data. Measures are keys
 * (`population/residents`), also of other plug-ins.
 *
 * - `sum`: these measures add up to `equals`, but for `tolerance` (0: counts compare exactly).
 * - `atMost`: the first is not more than the second.
 * - `range`: the value lies between `from` and `to`, both included.
 * - `change`: the value is not more than `upTo` times the one of the year before, and not less than that divided by it, where
 *   the earlier value is at least `above`.
 *
 * What is not known (no value on one side) is not checked.
 */
export type PlausibilityCheck =
  | { readonly sum: readonly string[]; readonly equals: string; readonly tolerance?: number }
  | { readonly atMost: readonly [part: string, whole: string] }
  | { readonly range: string; readonly from?: number; readonly to?: number }
  | { readonly change: string; readonly upTo: number; readonly above?: number };

/**
 * A rule that values must follow. An `error` refuses the file, a `warning` is told and kept with the release. `note` says to
 * people when a warning is no mistake (day care above 100 %: children of other municipalities).
 */
export type PlausibilityRule = {
  readonly key: string;
  readonly title: LocalisedText;
  readonly severity: 'error' | 'warning';
  readonly note: LocalisedText | null;
  readonly check: PlausibilityCheck;
};
