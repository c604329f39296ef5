import { breakdownKey, type DeliveredObservation, dimensions, isPeriod } from '@kreisweit/domain';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import { didYouMean } from '../registration/did-you-mean.ts';
import { problemList } from './problem-list.ts';

/**
 * Passes on what a plug-in's own `load` yields, when it names measures and dimensions that the plug-in has, and
 * periods. Like the declared mapping it stops yielding at the first problem and throws all at the end.
 */
export async function* checkObservations(
  plugin: IndicatorPlugin,
  file: string,
  batches: AsyncIterable<readonly DeliveredObservation[]>,
): AsyncGenerator<readonly DeliveredObservation[]> {
  const problems = problemList(`What ${plugin.id} read from the file cannot be loaded`);
  const sound = new Set<string>();
  for await (const batch of batches) {
    for (const observation of batch) {
      const { measure, period, breakdown = {}, line, column } = observation;
      const kind = `${measure} ${period} ${breakdownKey(breakdown)}`;
      if (sound.has(kind)) continue;
      const found = problemsOf(plugin, observation);
      for (const message of found) problems.add({ file, line, column, message });
      if (found.length === 0) sound.add(kind);
    }
    if (problems.isEmpty()) yield batch;
  }
  problems.throwIfAny();
}

function problemsOf(plugin: IndicatorPlugin, observation: DeliveredObservation): readonly string[] {
  const { measure: name, period, breakdown = {} } = observation;
  const measure = Object.hasOwn(plugin.measures, name) ? plugin.measures[name] : undefined;
  if (measure === undefined) {
    return [`'${name}' is no measure of ${plugin.id}${didYouMean(name, Object.keys(plugin.measures))}`];
  }
  if (measure.countOf !== undefined) {
    return [`'${name}' is a count of municipalities: deliver ${measure.countOf.measure}, which is counted`];
  }
  const found = isPeriod(period) ? [] : [`'${period}' is no period: write 2015, 2015-Q1 or 2015-06`];
  for (const [dimension, category] of Object.entries(breakdown)) {
    const known = dimensions.find(({ key }) => key === dimension && measure.dimensions?.includes(key));
    if (known === undefined) found.push(`'${dimension}' is no dimension of the measure ${name}`);
    else if (!known.categories.some(({ key }) => key === category)) {
      found.push(`'${category}' is no category of ${dimension}`);
    }
  }
  return found;
}
