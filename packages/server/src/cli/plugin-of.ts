import { nearestNames } from '@kreisweit/domain';
import type { IndicatorPlugin } from '@kreisweit/plugin-kit';
import { CommandError } from '../command-error.ts';
import { loadPlugins } from '../configuration/load-plugins.ts';
import { formatPackageProblem } from '../configuration/package-problem.ts';
import type { Environment } from '../environment.ts';

/** The plug-in of an id. Throws a CommandError that names the nearest one, or says why it cannot be used. */
export async function pluginOf(id: string, environment: Environment): Promise<IndicatorPlugin> {
  const { plugins, problems } = await loadPlugins(environment);
  const plugin = plugins.find((candidate) => candidate.id === id);
  if (plugin !== undefined) return plugin;
  // A package that could not be loaded may be the one that holds it.
  const reasons = problems.filter((problem) => problem.plugin === id || problem.plugin === null);
  const known = plugins.map((candidate) => candidate.id);
  const [meant] = nearestNames(id, known);
  const hint = meant === undefined ? `there are: ${known.join(', ')}` : `did you mean "${meant}"?`;
  const refusal = problems.some((problem) => problem.plugin === id)
    ? `the plug-in "${id}" cannot be used`
    : `there is no plug-in "${id}"; ${hint} ("kreisweit plugins" lists what they take)`;
  throw new CommandError(
    [refusal, ...reasons.map((problem) => `  ${formatPackageProblem(problem)}`)].join('\n'),
  );
}
