import type { TerritoryRow } from './territory-row.ts';

/**
 * Which actors; null leaves it open. `text` is looked for in the name and both descriptions, in any case. `territory`: those at work there, which are those who
 * work in it, in a part of it or in what covers it. `district` is its directory: those whose entries it keeps, and those at work there.
 * `memberOf` is the key of an umbrella organisation, and is not asked for together with `district`. Those that were deactivated are left out unless `includeInactive`.
 */
export type ActorsFilter = {
  readonly text: string | null;
  readonly kind: string | null;
  readonly topic: string | null;
  readonly language: string | null;
  readonly migrantLed: boolean | null;
  readonly territory: TerritoryRow | null;
  readonly district: TerritoryRow | null;
  readonly memberOf: string | null;
  readonly includeInactive: boolean;
};

/** The filter that leaves out nobody who is active. */
export const everyActor: ActorsFilter = Object.freeze({
  text: null,
  kind: null,
  topic: null,
  language: null,
  migrantLed: null,
  territory: null,
  district: null,
  memberOf: null,
  includeInactive: false,
});
