import type { Catalogue, Indicator } from '@kreisweit/domain';
import { frozenCopy } from '../definition/frozen-copy.ts';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import { checkCounts } from './check-counts.ts';
import { checkPlausibility } from './check-plausibility.ts';
import { checkPlugin, idOf } from './check-plugin.ts';
import { checkPromises } from './check-promises.ts';
import { checkReplacements } from './check-replacements.ts';
import { checkSubjects } from './check-subjects.ts';
import { checkWeights } from './check-weights.ts';
import type { CheckedPlugin } from './checked-plugin.ts';
import type { PluginProblem, PluginReport } from './plugin-problem.ts';
import { resolveIndicators } from './resolve-indicators.ts';

/**
 * What came of registering plug-ins: the catalogue of the valid ones, all problems of all others, and the ids of the
 * plug-ins that are left out (whose earlier catalogue entries stay as they are).
 */
export type Registration = {
  readonly catalogue: Catalogue;
  readonly problems: readonly PluginProblem[];
  readonly leftOut: readonly string[];
};

/** A use of a key of another plug-in. */
type Dependency = { readonly plugin: string; readonly path: string; readonly key: string };

/**
 * Registers plug-ins in two phases: collects all definitions, in any order, then resolves references across them.
 * All problems are listed. A plug-in with a problem is left out together with those that depend on it; the others
 * remain. Of two plug-ins with one id the first stays.
 *
 * With `previous` (an earlier catalogue) plug-ins are also held to its promises: see `checkPromises`.
 */
export function registerPlugins(
  plugins: readonly IndicatorPlugin[],
  { previous }: { readonly previous?: Catalogue } = {},
): Registration {
  const problems: PluginProblem[] = [];
  const leftOut = new Set<string>();
  const dependencies: Dependency[] = [];
  const report: PluginReport = (plugin, path, message) => {
    problems.push({ plugin, path, message });
    leftOut.add(plugin);
  };
  const dependsOn = (plugin: string, path: string, key: string): void => {
    dependencies.push({ plugin, path, key });
  };

  const checked = collect(plugins, report, problems);
  checkWeights(checked, report, dependsOn);
  checkCounts(checked, report, dependsOn);
  checkSubjects(checked, report, dependsOn);
  checkPlausibility(checked, report, dependsOn);
  checkReplacements(checked, report);
  const indicators = resolveIndicators(checked, report, dependsOn);
  if (previous !== undefined) {
    checkPromises(previous, checked, indicators, report);
    problems.push(...goneSince(previous, checked));
  }
  leaveOutDependants(dependencies, leftOut, report);

  const valid = checked.filter(({ id }) => !leftOut.has(id));
  return Object.freeze({
    catalogue: catalogueOf(valid, indicators),
    problems: Object.freeze(problems),
    leftOut: Object.freeze([...leftOut]),
  });
}

function collect(
  plugins: readonly unknown[],
  report: PluginReport,
  problems: PluginProblem[],
): readonly CheckedPlugin[] {
  const checked = new Map<string, CheckedPlugin>();
  for (const [index, plugin] of plugins.entries()) {
    const id = idOf(plugin) ?? `plug-in no. ${index + 1}`;
    if (checked.has(id)) {
      // Not reported as a problem of the first: it keeps its place.
      problems.push({
        plugin: id,
        path: 'id',
        message: `is used by two plug-ins; no. ${index + 1} of the list is left out`,
      });
      continue;
    }
    const sound = checkPlugin(plugin, (path, message) => report(id, path, message));
    if (sound !== null) checked.set(id, sound);
  }
  return [...checked.values()];
}

/** A plug-in that is gone may be gone on purpose: a problem for who checks a change, but nothing to leave out. */
function goneSince(previous: Catalogue, now: readonly CheckedPlugin[]): readonly PluginProblem[] {
  const ids = new Set(now.map(({ id }) => id));
  return previous.plugins
    .filter(({ id }) => !ids.has(id))
    .map(({ id }) => ({
      plugin: id,
      path: '',
      message: 'was in the catalogue before and is not registered any more',
    }));
}

function leaveOutDependants(
  dependencies: readonly Dependency[],
  leftOut: Set<string>,
  report: PluginReport,
): void {
  const open = new Set(dependencies);
  for (let found = true; found; ) {
    found = false;
    for (const dependency of open) {
      const other = dependency.key.slice(0, dependency.key.indexOf('/'));
      if (!leftOut.has(other)) continue;
      open.delete(dependency);
      found = true;
      report(dependency.plugin, dependency.path, `depends on ${dependency.key}, and ${other} is left out`);
    }
  }
}

function catalogueOf(
  plugins: readonly CheckedPlugin[],
  indicators: ReadonlyMap<string, Indicator>,
): Catalogue {
  return frozenCopy({
    plugins: plugins.map(({ id, title, plausibility }) => ({ id, title, plausibility })),
    statistics: plugins.flatMap((plugin) => plugin.statistics),
    inputs: plugins.flatMap((plugin) => plugin.inputs),
    measures: plugins.flatMap((plugin) => plugin.measures),
    indicators: plugins
      .flatMap((plugin) => plugin.indicators)
      .map(({ key }) => indicators.get(key))
      .filter((indicator) => indicator !== undefined),
    subjects: plugins.flatMap((plugin) => plugin.subjects),
  });
}
