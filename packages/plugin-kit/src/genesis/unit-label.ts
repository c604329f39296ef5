import type { UnitKey } from '@kreisweit/domain';

/** A unit that tables name: the units of measures that it counts, and how many of them are one of it. */
type LabelledUnit = { readonly units: readonly UnitKey[]; readonly factor: number };

const PEOPLE: readonly UnitKey[] = ['person', 'count', 'household'];

const unit = (units: readonly UnitKey[], factor = 1): LabelledUnit => ({ units, factor });

/** The units that official tables name in German, and SDMX by its codes. */
const UNITS_BY_LABEL: ReadonlyMap<string, LabelledUnit> = new Map([
  ['Anzahl', unit(PEOPLE)],
  ['Personen', unit(['person'])],
  ['Prozent', unit(['percent'])],
  ['%', unit(['percent'])],
  ['EUR', unit(['euro'])],
  ['Euro', unit(['euro'])],
  ['ha', unit(['hectare'])],
  ['Hektar', unit(['hectare'])],
  ['Tage', unit(['day'])],
  ['1000', unit(PEOPLE, 1000)],
  ['Tsd', unit(PEOPLE, 1000)],
  ['Tsd. EUR', unit(['euro'], 1000)],
  ['Mill. EUR', unit(['euro'], 1e6)],
  ['Mio. EUR', unit(['euro'], 1e6)],
  ['qkm', unit(['hectare'], 100)],
  ['qm', unit(['hectare'], 0.0001)],
]);

/** Units only of files whose values name their unit one by one: in a header they could be a category. */
const UNITS_BY_CODE: ReadonlyMap<string, LabelledUnit> = new Map([
  ['NR', unit(PEOPLE)],
  ['NB', unit(PEOPLE)],
  ['NUMBER', unit(PEOPLE)],
  ['PURE_NUMB', unit(PEOPLE)],
  ['PS', unit(['person'])],
  ['PER', unit(['person'])],
  ['PERSONS', unit(['person'])],
  ['HH', unit(['household'])],
  ['THS', unit(PEOPLE, 1000)],
  ['THS_PER', unit(['person'], 1000)],
  ['PC', unit(['percent'])],
  ['PT', unit(['percent'])],
  ['PERCENT', unit(['percent'])],
  ['MIO_EUR', unit(['euro'], 1e6)],
  ['HA', unit(['hectare'])],
  ['DAY', unit(['day'])],
]);

/** True when a label of a header is a unit and not a category. */
export function isUnitLabel(label: string): boolean {
  return UNITS_BY_LABEL.has(label);
}

/**
 * Null when values that a file gives in a unit are those of a measure with another, else what is wrong. `factor` is what
 * the mapping says one unit of the file counts; where it says so, a label that is not known is believed, and so is a file that
 * names no unit.
 */
export function unitProblem(label: string, measure: UnitKey, factor?: number): string | null {
  const [, base = label, power] = /^(.*?) ?x 10\^(-?\d+)$/.exec(label) ?? [];
  if (base === '' && power === undefined) return null;
  const multiple = power === undefined ? 1 : 10 ** Number(power);
  const known = base === '' ? unit([measure]) : (UNITS_BY_LABEL.get(base) ?? UNITS_BY_CODE.get(base));
  if (known === undefined) {
    if (factor !== undefined) return null;
    return `the unit '${label}' is not known here: say how many ${measure} one of it is with 'factor'`;
  }
  if (!known.units.includes(measure)) return `the file counts in '${label}', the measure in ${measure}`;
  const expected = known.factor * multiple;
  if (Math.abs(expected - (factor ?? 1)) < expected * 1e-9) return null;
  const declared = factor === undefined ? 'declares no factor' : `declares the factor ${factor}`;
  return `the file counts in '${label}', the measure in ${measure}, and the mapping ${declared}: write factor: ${expected}`;
}

/** Whether values that a table gives in a unit can be those of a measure with another. */
export function unitFits(label: string, measure: UnitKey): boolean {
  return unitProblem(label, measure) === null;
}
