import type { CheckedPlugin } from './checked-plugin.ts';
import { didYouMean } from './did-you-mean.ts';
import type { PluginReport } from './plugin-problem.ts';

/**
 * Reports subjects that name what is no measure, measures of different units (they could not stand side by side), or
 * measures of one statistic alone. `dependsOn` is told every reference to another plug-in.
 */
export function checkSubjects(
  plugins: readonly CheckedPlugin[],
  report: PluginReport,
  dependsOn: (plugin: string, path: string, key: string) => void,
): void {
  const measures = new Map(
    plugins.flatMap((plugin) => plugin.measures).map((measure) => [measure.key, measure]),
  );
  const indicators = new Set(plugins.flatMap((plugin) => plugin.indicators).map(({ key }) => key));
  const declared = new Set(plugins.flatMap((plugin) => [...plugin.declared]));
  for (const subject of plugins.flatMap((plugin) => plugin.subjects)) {
    const { plugin } = subject;
    const place = `subjects.${subject.key.slice(plugin.length + 1)}.measures`;
    const named = subject.measures.flatMap((key, index) => {
      const path = `${place}[${index}]`;
      if (!key.startsWith(`${plugin}/`)) dependsOn(plugin, path, key);
      const measure = measures.get(key);
      if (measure === undefined && indicators.has(key)) {
        report(plugin, path, `${key} is an indicator: name the measures that it is computed from`);
      } else if (measure === undefined && !declared.has(key)) {
        report(plugin, path, `${key} is no measure${didYouMean(key, measures.keys())}`);
      }
      return measure === undefined ? [] : [{ measure, path }];
    });
    const [first, ...others] = named;
    if (first === undefined || named.length < subject.measures.length) continue;
    for (const { measure, path } of others) {
      if (measure.unit === first.measure.unit) continue;
      const message = `${measure.key} counts ${measure.unit}, ${first.measure.key} ${first.measure.unit}: that is another subject`;
      report(plugin, path, message);
    }
    if (others.every(({ measure }) => measure.statistic === first.measure.statistic)) {
      report(
        plugin,
        place,
        `all are of the statistic ${first.measure.statistic}: there is nothing to tell apart`,
      );
    }
  }
}
