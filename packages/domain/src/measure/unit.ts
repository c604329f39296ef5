import type { LocalisedText } from '../localised-text.ts';

type Unit = {
  /** Symbol after a value, for people. */
  readonly title: LocalisedText;
  /** A count of things adds up; a rate or an index never does. */
  readonly additive: boolean;
};

/** The units of measures and indicators. */
export const units = Object.freeze({
  person: { title: { de: 'Personen', en: 'persons' }, additive: true },
  count: { title: { de: 'Anzahl', en: 'count' }, additive: true },
  household: { title: { de: 'Haushalte', en: 'households' }, additive: true },
  euro: { title: { de: 'Euro', en: 'euros' }, additive: true },
  hectare: { title: { de: 'Hektar', en: 'hectares' }, additive: true },
  day: { title: { de: 'Tage', en: 'days' }, additive: false },
  percent: { title: { de: '%', en: '%' }, additive: false },
  percentage_point: { title: { de: 'Prozentpunkte', en: 'percentage points' }, additive: false },
  per_1000: { title: { de: 'je 1 000', en: 'per 1,000' }, additive: false },
  per_10000: { title: { de: 'je 10 000', en: 'per 10,000' }, additive: false },
  per_100000: { title: { de: 'je 100 000', en: 'per 100,000' }, additive: false },
  ratio: { title: { de: 'Verhältnis', en: 'ratio' }, additive: false },
  index: { title: { de: 'Index', en: 'index' }, additive: false },
} satisfies Record<string, Unit>);

export type UnitKey = keyof typeof units;

/** True for the key of a known unit. */
export function isUnit(key: string): key is UnitKey {
  return Object.hasOwn(units, key);
}
