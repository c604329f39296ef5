import { isDeepStrictEqual } from 'node:util';
import type { Measure } from '@kreisweit/domain';
import type { CheckedPlugin } from './checked-plugin.ts';
import { didYouMean } from './did-you-mean.ts';
import type { PluginReport } from './plugin-problem.ts';

/**
 * Reports counts of municipalities whose measure does not exist or cannot be counted, and what a count must have in common
 * with it. `dependsOn` is told every reference to another plug-in.
 */
export function checkCounts(
  plugins: readonly CheckedPlugin[],
  report: PluginReport,
  dependsOn: (plugin: string, path: string, key: string) => void,
): void {
  const measures = new Map(
    plugins.flatMap((plugin) => plugin.measures).map((measure) => [measure.key, measure]),
  );
  const declared = new Set(plugins.flatMap((plugin) => [...plugin.declared]));
  for (const count of measures.values()) {
    const { plugin, key, countOf } = count;
    if (countOf === undefined) continue;
    const place = `measures.${key.slice(plugin.length + 1)}`;
    const path = `${place}.countOf.measure`;
    if (!countOf.measure.startsWith(`${plugin}/`)) dependsOn(plugin, path, countOf.measure);
    const counted = measures.get(countOf.measure);
    if (counted !== undefined) {
      for (const [field, message] of problemsOf(count, counted)) report(plugin, `${place}.${field}`, message);
    } else if (!declared.has(countOf.measure)) {
      report(plugin, path, `${countOf.measure} is no measure${didYouMean(countOf.measure, measures.keys())}`);
    }
  }
}

function problemsOf(
  count: Measure,
  counted: Measure,
): readonly (readonly [field: string, message: string])[] {
  const { key } = counted;
  const refused = uncountable(counted);
  if (refused !== null) return [['countOf.measure', `${key} cannot be counted: ${refused}`]];
  const problems: [string, string][] = [];
  if (!isDeepStrictEqual(count.reference, counted.reference)) {
    problems.push(['reference', `must be that of ${key}, whose values are counted`]);
  }
  const inexact = counted.additivity === 'rounded' || counted.additivity === 'perturbed';
  if (inexact && count.additivity !== counted.additivity) {
    problems.push(['additivity', `must be '${counted.additivity}', like that of ${key}`]);
  }
  if (count.overTime === 'last' && counted.overTime !== 'last') {
    problems.push(['overTime', `must be 'none': the last quarter of ${key} does not tell its year`]);
  }
  const unknown = count.dimensions.filter((dimension) => !counted.dimensions.includes(dimension));
  if (unknown.length > 0) problems.push(['dimensions', `${key} is not delivered by ${unknown.join(', ')}`]);
  const missing = counted.breaks.filter(({ from }) => !count.breaks.some((known) => known.from === from));
  if (missing.length > 0) {
    const periods = missing.map(({ from }) => from).join(', ');
    problems.push(['breaks', `must name ${periods} too: there ${key} is not comparable`]);
  }
  return problems;
}

function uncountable({ countOf, disclosure, reportedAt }: Measure): string | null {
  if (countOf !== undefined) return 'it is a count itself';
  if (typeof disclosure === 'object') {
    return 'it is an own count of persons, and the count of one municipality would tell about it';
  }
  return reportedAt === 'municipality' ? null : 'municipalities do not report it';
}
