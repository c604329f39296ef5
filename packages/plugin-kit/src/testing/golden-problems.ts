import { breakdownKey, type DeliveredObservation, nearestNames } from '@kreisweit/domain';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import type { PluginProblem } from '../registration/plugin-problem.ts';
import { differencesFrom } from './golden-difference.ts';
import type { GoldenObservation, PluginFixture } from './plugin-fixture.ts';
import type { FixtureReading } from './read-fixture.ts';

/** Which of the values that a file must deliver it does not deliver, or delivers otherwise. */
export function goldenProblems(
  plugin: IndicatorPlugin,
  { golden = [] }: PluginFixture,
  { file, observations }: FixtureReading,
): readonly PluginProblem[] {
  if (golden.length === 0) return [];
  const wanted = new Set(golden.map(cellName));
  const found = Map.groupBy(
    observations.filter((one) => wanted.has(cellName(one))),
    cellName,
  );
  return golden
    .flatMap((one): readonly string[] => {
      const name = cellName(one);
      const [observation, ...others] = found.get(name) ?? [];
      if (observation === undefined) return [`${name} is not delivered${nearest(one, observations)}`];
      if (others.length > 0) return [`${name} is delivered ${others.length + 1} times`];
      const { value, sign, status } = one;
      const wrong = differencesFrom({ value, sign, status }, observation.cell);
      return wrong === null ? [] : [`${name}${lineOf(observation)}: ${wrong}`];
    })
    .map((message) => ({ plugin: plugin.id, path: file, message }));
}

/** More than this nobody compares with what was meant. */
const MOST = 8;

type Named = Pick<DeliveredObservation, 'territory' | 'measure' | 'period' | 'breakdown'>;

function cellName({ territory, measure, period, breakdown = {} }: Named): string {
  const key = breakdownKey(breakdown);
  return [territory, measure, period, ...(key === '' ? [] : [key])].join(' ');
}

function lineOf({ line }: DeliveredObservation): string {
  return line === undefined ? '' : ` (line ${line})`;
}

/** What of the cell the file does not have at all, with what comes near. */
function nearest(golden: GoldenObservation, observations: readonly DeliveredObservation[]): string {
  for (const field of ['territory', 'measure', 'period'] as const) {
    const known = new Set(observations.map((one) => one[field]));
    if (known.has(golden[field])) continue;
    const [guess] = nearestNames(golden[field], known);
    const listed = known.size > MOST || known.size === 0 ? '' : `; it has ${[...known].join(', ')}`;
    return `: the file has no ${field} ${golden[field]}${guess === undefined ? listed : `, but ${guess}`}`;
  }
  const { territory, measure, period } = golden;
  const beside = observations
    .filter((one) => one.territory === territory && one.measure === measure && one.period === period)
    .map(({ breakdown = {} }) => breakdownKey(breakdown) || 'the total');
  return beside.length === 0 ? '' : `: the file has ${beside.slice(0, MOST).join(', ')}`;
}
