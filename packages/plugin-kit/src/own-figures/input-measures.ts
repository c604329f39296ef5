import type { OwnFiguresInput } from '../definition/input-definition.ts';
import type { IndicatorPlugin, MeasureDefinition } from '../definition/plugin-definition.ts';

/** The measures that an input of own figures takes, by name: those it lists, else all of its statistic that somebody delivers. */
export function inputMeasures(
  plugin: IndicatorPlugin,
  input: OwnFiguresInput,
): ReadonlyMap<string, MeasureDefinition> {
  const [only = ''] = Object.keys(plugin.statistics);
  const statistic = input.statistic ?? only;
  const taken = Object.entries(plugin.measures).filter(([name, measure]) => {
    if (measure.countOf !== undefined) return false;
    return input.measures?.includes(name) ?? (measure.statistic ?? only) === statistic;
  });
  return new Map(taken);
}
