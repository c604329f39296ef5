import { isDeepStrictEqual } from 'node:util';
import type { Measure, PlausibilityCheck, PlausibilityRule } from '@kreisweit/domain';
import type { CheckedPlugin } from './checked-plugin.ts';
import { didYouMean } from './did-you-mean.ts';
import type { PluginReport } from './plugin-problem.ts';

/**
 * Reports rules whose measures do not exist, or whose values cannot be set against each other. `dependsOn` is told every
 * reference to another plug-in.
 */
export function checkPlausibility(
  plugins: readonly CheckedPlugin[],
  report: PluginReport,
  dependsOn: (plugin: string, path: string, key: string) => void,
): void {
  const measures = new Map(
    plugins.flatMap((plugin) => plugin.measures).map((measure) => [measure.key, measure]),
  );
  const declared = new Set(plugins.flatMap((plugin) => [...plugin.declared]));
  for (const { id, plausibility } of plugins) {
    for (const rule of plausibility) {
      const path = `plausibility.${rule.key.slice(id.length + 1)}`;
      const keys = measuresOfCheck(rule.check);
      for (const key of keys) {
        if (!key.startsWith(`${id}/`)) dependsOn(id, path, key);
        if (measures.has(key) || declared.has(key)) continue;
        report(id, path, `${key} is no measure${didYouMean(key, measures.keys())}`);
      }
      if (keys.every((key) => !key.startsWith(`${id}/`))) {
        report(id, path, 'names no measure of the plug-in: it would check the figures of others');
      }
      const known = keys.map((key) => measures.get(key)).filter((measure) => measure !== undefined);
      for (const message of problemsOf(rule, known)) report(id, path, message);
    }
  }
}

/** The keys of the measures that a check names, in its order. */
export function measuresOfCheck(check: PlausibilityCheck): readonly string[] {
  if ('sum' in check) return [...check.sum, check.equals];
  if ('atMost' in check) return check.atMost;
  return ['range' in check ? check.range : check.change];
}

function problemsOf({ check }: PlausibilityRule, measures: readonly Measure[]): readonly string[] {
  const [first, ...others] = measures;
  if (first === undefined) return [];
  const problems: string[] = [];
  const stranger = others.find(({ unit }) => unit !== first.unit);
  if (stranger !== undefined) {
    problems.push(`compares ${first.unit} (${first.key}) with ${stranger.unit} (${stranger.key})`);
  }
  const other = others.find(({ statistic }) => statistic !== first.statistic);
  if ('sum' in check && other !== undefined) {
    problems.push(
      `adds up different statistics (${first.statistic}, ${other.statistic}), which never add up`,
    );
  }
  const later = others.find(({ reference }) => !isDeepStrictEqual(reference, first.reference));
  if ('sum' in check && later !== undefined) {
    problems.push(`adds up values of different times (${first.key}, ${later.key})`);
  }
  return problems;
}
