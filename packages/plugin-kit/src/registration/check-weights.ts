import { units } from '@kreisweit/domain';
import type { CheckedPlugin } from './checked-plugin.ts';
import { didYouMean } from './did-you-mean.ts';
import type { PluginReport } from './plugin-problem.ts';

/**
 * Reports weights of means that are no measures, do not add up themselves, are counts of municipalities reported at
 * another level, or own counts of persons.
 */
export function checkWeights(
  plugins: readonly CheckedPlugin[],
  report: PluginReport,
  dependsOn: (plugin: string, path: string, key: string) => void,
): void {
  const measures = new Map(
    plugins.flatMap((plugin) => plugin.measures).map((measure) => [measure.key, measure]),
  );
  const declared = new Set(plugins.flatMap((plugin) => [...plugin.declared]));
  for (const { plugin, key, rollup, reportedAt } of measures.values()) {
    if (typeof rollup === 'string') continue;
    const path = `measures.${key.slice(plugin.length + 1)}.rollup.weightedMeanBy`;
    const weight = measures.get(rollup.weightedMeanBy);
    if (!rollup.weightedMeanBy.startsWith(`${plugin}/`)) dependsOn(plugin, path, rollup.weightedMeanBy);
    if (weight === undefined) {
      if (declared.has(rollup.weightedMeanBy)) continue;
      report(
        plugin,
        path,
        `${rollup.weightedMeanBy} is no measure${didYouMean(rollup.weightedMeanBy, measures.keys())}`,
      );
    } else if (weight.rollup !== 'sum' || !units[weight.unit].additive) {
      report(plugin, path, `${weight.key} cannot be a weight, since it does not add up`);
    } else if (weight.reportedAt !== reportedAt) {
      const message = `${weight.key} cannot be a weight: it is reported at another level (${weight.reportedAt}), and means of one level would tell what is not published there`;
      report(plugin, path, message);
    } else if (weight.countOf !== undefined) {
      report(
        plugin,
        path,
        `${weight.key} cannot be a weight: no municipality reports a number of municipalities`,
      );
    } else if (typeof weight.disclosure === 'object') {
      const message = `${weight.key} cannot be a weight: the mean of few would tell about them, and from several means an own count can be worked out`;
      report(plugin, path, message);
    }
  }
}
