import {
  type Formula,
  leadingInputsOf,
  type Measure,
  measureInputsOf,
  operandsOf,
  type Reference,
  type Statistic,
} from '@kreisweit/domain';

/**
 * What speaks against the ratios of a formula (rule 14), unless the indicator declares `mixedBase`:
 *
 * - all measures under a `share`, `per` or `divide` must count the same population;
 * - they must refer to the same time. A day of the year, everything during the period and the mean over it are
 *   different times (`during` and `mean` both cover the whole period and go together); a `lag` below the ratio shows
 *   that the author has chosen which values meet, and settles it.
 *
 * An index has the same formula on both sides, so that nothing different meets in it.
 */
export function ratioProblems(
  resolved: Formula,
  measureOf: (key: string) => Measure | undefined,
  statisticOf: (key: string) => Statistic | undefined,
): readonly string[] {
  const below = operandsOf(resolved).flatMap((operand) => ratioProblems(operand, measureOf, statisticOf));
  const own =
    isRatio(resolved) && resolved.op !== 'index' ? problemsOfRatio(resolved, measureOf, statisticOf) : [];
  return [...new Set([...own, ...below])];
}

/** True for a node that divides. */
export function isRatio({ op }: Formula): boolean {
  return op === 'share' || op === 'per' || op === 'divide' || op === 'index';
}

function problemsOfRatio(
  ratio: Formula,
  measureOf: (key: string) => Measure | undefined,
  statisticOf: (key: string) => Statistic | undefined,
): readonly string[] {
  const measures = measureInputsOf(ratio)
    .map(({ key }) => measureOf(key))
    .filter((measure) => measure !== undefined);
  const bases = grouped(measures, ({ statistic }) => statisticOf(statistic)?.populationBase ?? statistic);
  const times = grouped(measures, ({ reference }) => timeOf(reference));
  const problems: string[] = [];
  if (bases.size > 1) {
    problems.push(
      `a ratio of different populations (${listed(bases)}): refused unless mixedBase says why it makes sense`,
    );
  }
  if (times.size > 1 && leadingInputsOf(ratio).every(({ lag }) => lag === 0)) {
    problems.push(
      `a ratio of different times (${listed(times)}): read the right one with lag(..., 1), or say with mixedBase why it makes sense`,
    );
  }
  return problems;
}

function timeOf(reference: Reference): string {
  if ('at' in reference) return `on ${reference.at}`;
  return 'schoolYear' in reference ? 'school year' : 'whole period';
}

function grouped(
  measures: readonly Measure[],
  by: (measure: Measure) => string,
): ReadonlyMap<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const measure of measures) {
    const name = by(measure);
    groups.set(name, (groups.get(name) ?? new Set()).add(measure.key));
  }
  return groups;
}

function listed(groups: ReadonlyMap<string, Set<string>>): string {
  return [...groups].map(([name, keys]) => `${name}: ${[...keys].join(', ')}`).join('; ');
}
