import type { Problem } from '@kreisweit/domain';
import type { CrosswalkUnit } from './crosswalk.ts';
import type { KeyText } from './key-text.ts';

/** What one row of a year-to-year file says about its source: km2 and hundreds, NaN where it is silent. */
export type UnitRow = {
  readonly line: number;
  readonly source: number;
  readonly name: string;
  readonly areaShare: number;
  readonly area: number;
  readonly population: number;
  readonly employees: number;
};

type Writing = 'whole' | 'divided' | 'unclear' | 'contradictory';

/** Shares are written with two decimals. */
const shareTolerance = 0.01;

/**
 * Puts together what the rows say about each source.
 *
 * Where a source lies in several targets, the file of 2020 to 2021 divides its figures among its rows, that of
 * 2021 to 2022 repeats them in every row. The area shares tell which it is; where they are equal and so are
 * the figures, the other sources of the file decide, and else the figures are null. Any other figures are
 * reported.
 */
export function sourceUnits(
  rows: readonly UnitRow[],
  keyText: KeyText,
): { readonly units: readonly CrosswalkUnit[]; readonly problems: readonly Problem[] } {
  const bySource = [...Map.groupBy(rows, ({ source }) => source).values()];
  const clear = new Set(bySource.filter((group) => group.length > 1).map(writingOf));
  const habit =
    clear.has('whole') === clear.has('divided') ? 'unclear' : clear.has('whole') ? 'whole' : 'divided';
  const units = bySource.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const writing = group.length === 1 ? 'whole' : writingOf(group);
    const used = writing === 'unclear' ? habit : writing;
    return [Object.freeze({ key: keyText(first.source), name: first.name, ...figures(group, used) })];
  });
  return {
    units: units.toSorted((one, other) => (one.key < other.key ? -1 : 1)),
    problems: bySource.flatMap((group) => [
      ...nameProblems(group, keyText),
      ...figureProblems(group, keyText),
    ]),
  };
}

function writingOf(group: readonly UnitRow[]): Writing {
  const [first] = group;
  const same = (figure: 'area' | 'population' | 'employees' | 'areaShare') =>
    group.every((row) => Object.is(row[figure], first?.[figure]));
  if (same('area') && same('population') && same('employees')) return same('areaShare') ? 'unclear' : 'whole';
  const total = sum(group, 'area');
  const isDivided = group.every(
    ({ area, areaShare }) => Math.abs(area / total - areaShare) <= shareTolerance,
  );
  return isDivided ? 'divided' : 'contradictory';
}

function figures(
  group: readonly UnitRow[],
  writing: Writing,
): Pick<CrosswalkUnit, 'areaHectares' | 'population' | 'employees'> {
  const figure = (field: 'area' | 'population' | 'employees') => {
    if (writing === 'unclear' || writing === 'contradictory') return null;
    const value = writing === 'whole' ? group[0]?.[field] : sum(group, field);
    // 1 km2 is 100 ha, and persons are counted in hundreds.
    return value === undefined || Number.isNaN(value) ? null : Math.round(value * 100);
  };
  return { areaHectares: figure('area'), population: figure('population'), employees: figure('employees') };
}

function sum(group: readonly UnitRow[], field: 'area' | 'population' | 'employees'): number {
  return group.reduce((total, row) => total + row[field], 0);
}

function figureProblems(group: readonly UnitRow[], keyText: KeyText): readonly Problem[] {
  const [first] = group;
  if (first === undefined || group.length === 1 || writingOf(group) !== 'contradictory') return [];
  const message =
    `the figures of ${keyText(first.source)} differ between its ${group.length} rows, but not as their area shares ` +
    'do; use the file as published';
  return [{ line: first.line, message }];
}

function nameProblems(group: readonly UnitRow[], keyText: KeyText): readonly Problem[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  return others
    .filter(({ name }) => name !== first.name)
    .map(({ line, name }) => ({
      line,
      message: otherName(keyText(first.source), name, first.name, first.line),
    }));
}

/** A key that has two names in one file. */
export function otherName(key: string, name: string, before: string, line: number): string {
  return `${key} is called "${name}" here, but "${before}" in line ${line}; one of the two keys is wrong`;
}
