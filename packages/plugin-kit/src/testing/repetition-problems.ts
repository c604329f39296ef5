import { isDeepStrictEqual } from 'node:util';
import { breakdownKey, type DeliveredObservation } from '@kreisweit/domain';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import type { PluginProblem } from '../registration/plugin-problem.ts';
import type { PluginFixture } from './plugin-fixture.ts';
import { type FixtureReading, readFixture } from './read-fixture.ts';

/** Where a file reads differently a second time: one must be able to trust that a figure came of the file alone. */
export async function repetitionProblems(
  plugin: IndicatorPlugin,
  fixture: PluginFixture,
  { file, observations }: FixtureReading,
): Promise<readonly PluginProblem[]> {
  const again = await readFixture(plugin, fixture);
  const say = (message: string): readonly PluginProblem[] => [{ plugin: plugin.id, path: file, message }];
  const different = observations.findIndex((one, index) => !isSame(one, again.observations[index]));
  const [first, second] = [observations[different], again.observations[different]];
  if (first !== undefined)
    return say(`reads differently a second time: ${told(first)}, then ${told(second)}`);
  if (again.observations.length === observations.length) return [];
  return say(`reads ${observations.length} observations, and a second time ${again.observations.length}`);
}

function isSame(one: DeliveredObservation, other: DeliveredObservation | undefined): boolean {
  return (
    other !== undefined &&
    one.territory === other.territory &&
    one.measure === other.measure &&
    one.period === other.period &&
    one.name === other.name &&
    Object.is(one.cell.value, other.cell.value) &&
    one.cell.status === other.cell.status &&
    one.cell.flags === other.cell.flags &&
    one.cell.sign === other.cell.sign &&
    isDeepStrictEqual(one.breakdown, other.breakdown)
  );
}

function told(observation: DeliveredObservation | undefined): string {
  if (observation === undefined) return 'nothing';
  const { territory, measure, period, breakdown = {}, cell } = observation;
  const place = [territory, measure, period, breakdownKey(breakdown)].filter((part) => part !== '').join(' ');
  return `${place} = ${cell.value ?? cell.sign ?? cell.status}`;
}
