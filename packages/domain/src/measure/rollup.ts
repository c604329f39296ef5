/**
 * How the values of members become the value of the territory above them. `none` means that only a delivered value
 * counts. `weightedMeanBy` names the measure whose values are the weights, by its key (`care-places/places`).
 */
export type Rollup = 'sum' | 'min' | 'max' | 'count' | 'none' | { readonly weightedMeanBy: string };

/** How values become a value of a longer period: flows add up (`sum`), of stocks the last counts (`last`). */
export type OverTime = 'sum' | 'last' | 'mean' | 'none';

/**
 * What may become known (rule 13): `none` (not about persons), `atSource` (an official table, passed through with its
 * signs), or the smallest count of persons of an own count that is published, zero being free.
 */
export type Disclosure = 'none' | 'atSource' | { readonly minimum: number };

/** The smallest count of persons that is published when an own count does not say otherwise. */
export const DEFAULT_MINIMUM = 3;
