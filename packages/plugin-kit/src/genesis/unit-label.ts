import type { UnitKey } from '@kreisweit/domain';

/** The units that the tables name, and the units of measures that they fit. */
const UNITS_BY_LABEL: Readonly<Record<string, readonly UnitKey[]>> = {
  Anzahl: ['person', 'count', 'household'],
  Personen: ['person'],
  Prozent: ['percent'],
  '%': ['percent'],
  EUR: ['euro'],
  Euro: ['euro'],
  ha: ['hectare'],
  Hektar: ['hectare'],
  Tage: ['day'],
  // Known as units, but no measure counts in them: a mapping would be wrong by a factor.
  'Tsd. EUR': [],
  'Mill. EUR': [],
  'Mio. EUR': [],
  Tsd: [],
  qkm: [],
  qm: [],
};

/** True when a label of a header is a unit and not a category. */
export function isUnitLabel(label: string): boolean {
  return Object.hasOwn(UNITS_BY_LABEL, label);
}

/** Whether values that a table gives in a unit can be those of a measure with another. */
export function unitFits(label: string, unit: UnitKey): boolean {
  return UNITS_BY_LABEL[label]?.includes(unit) ?? false;
}
