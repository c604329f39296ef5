import {
  type Formula,
  type Indicator,
  inlineIndicators,
  type Measure,
  measureInputsOf,
  type Statistic,
} from '@kreisweit/domain';
import { rateDifferenceProblems } from './check-rate-differences.ts';
import { ratioProblems } from './check-ratios.ts';
import type { CheckedPlugin, IndicatorDraft } from './checked-plugin.ts';
import { didYouMean } from './did-you-mean.ts';
import { effectiveRevision } from './effective-revision.ts';
import { factorsOf, MOST_FACTORS, MOST_NODES, MOST_PERIODS, nodesOf, writtenNodes } from './formula-check.ts';
import type { PluginReport } from './plugin-problem.ts';

/**
 * Resolves the formulas of all plug-ins down to measures, in any order, and reports what does not fit together:
 * unknown names, cycles, formulas that grow too large, ratios of what must not be divided. The answer holds the
 * indicators for which that worked. `dependsOn` is told every reference to another plug-in.
 */
export function resolveIndicators(
  plugins: readonly CheckedPlugin[],
  report: PluginReport,
  dependsOn: (plugin: string, path: string, key: string) => void,
): ReadonlyMap<string, Indicator> {
  const measures = new Map(
    plugins.flatMap((plugin) => plugin.measures).map((measure) => [measure.key, measure]),
  );
  const statistics = new Map(plugins.flatMap((plugin) => plugin.statistics).map((one) => [one.key, one]));
  const drafts = new Map(plugins.flatMap((plugin) => plugin.indicators).map((draft) => [draft.key, draft]));
  const declared = new Set(plugins.flatMap((plugin) => [...plugin.declared]));
  const visited = new Map<string, Indicator | null>();
  const trail: string[] = [];

  const visit = (key: string): Indicator | null => {
    const known = visited.get(key);
    if (known !== undefined) return known;
    const draft = drafts.get(key);
    if (draft === undefined) return null;
    const start = trail.indexOf(key);
    if (start >= 0) {
      reportCycle([...trail.slice(start), key], drafts, report);
      return null;
    }
    if (trail.length > MOST_NODES) {
      report(
        draft.plugin,
        `${draft.path}.formula`,
        `builds on a chain of more than ${MOST_NODES} indicators`,
      );
      return null;
    }
    trail.push(key);
    const resolved = resolve(draft);
    trail.pop();
    visited.set(key, resolved);
    return resolved;
  };

  const resolve = (draft: IndicatorDraft): Indicator | null => {
    const { formula, sound } = link(draft, { measures, drafts, declared, report, dependsOn });
    const named = nodesOf(formula).filter((node) => node.op === 'indicator');
    const operands = new Map(named.map(({ key }) => [key, visit(key)]));
    if (!sound || [...operands.values()].includes(null)) return null;
    // Counted before anything is written out: a chain of indicators doubles with every link.
    const sizes = new Map([...operands].map(([key, operand]) => [key, sizeOf(operand)]));
    const written = writtenNodes(formula, (key) => sizes.get(key) ?? 1);
    if (written > MOST_NODES) {
      report(
        draft.plugin,
        `${draft.path}.formula`,
        `has ${written} nodes when written out; ${MOST_NODES} is the most`,
      );
      return null;
    }
    const resolved = inlineIndicators(formula, (key) => operands.get(key)?.resolved ?? null);
    return finish(draft, formula, resolved, { measures, statistics, report });
  };

  for (const key of drafts.keys()) visit(key);
  return new Map([...visited].filter((entry): entry is [string, Indicator] => entry[1] !== null));
}

type Names = {
  readonly measures: ReadonlyMap<string, Measure>;
  readonly drafts: ReadonlyMap<string, IndicatorDraft>;
  readonly declared: ReadonlySet<string>;
  readonly report: PluginReport;
  readonly dependsOn: (plugin: string, path: string, key: string) => void;
};

/** Turns references to measures into measures, and reports those that lead nowhere. */
function link(draft: IndicatorDraft, names: Names): { readonly formula: Formula; readonly sound: boolean } {
  const { measures, drafts, declared, report, dependsOn } = names;
  const path = `${draft.path}.formula`;
  const formula = inlineIndicators(draft.formula, (key) =>
    measures.has(key) ? { op: 'measure', key } : null,
  );
  let sound = true;
  for (const { op, key } of referencesIn(formula)) {
    if (!key.startsWith(`${draft.plugin}/`)) dependsOn(draft.plugin, path, key);
    if (op === 'measure' ? measures.has(key) : drafts.has(key)) continue;
    sound = false;
    if (op === 'measure' && drafts.has(key)) {
      report(draft.plugin, path, `${key} is an indicator, not a measure: write ref('${key}')`);
    } else if (!declared.has(key)) {
      report(draft.plugin, path, `${key} is not known${didYouMean(key, declared)}`);
    }
  }
  return { formula, sound };
}

function referencesIn(formula: Formula): readonly { readonly op: string; readonly key: string }[] {
  const found = nodesOf(formula).filter((node) => node.op === 'measure' || node.op === 'indicator');
  return [...new Map(found.map((node) => [`${node.op} ${node.key}`, node])).values()];
}

function sizeOf(indicator: Indicator | null): number {
  return indicator === null ? 1 : writtenNodes(indicator.resolved);
}

function reportCycle(
  cycle: readonly string[],
  drafts: ReadonlyMap<string, IndicatorDraft>,
  report: PluginReport,
): void {
  const reported = new Set<string>();
  for (const key of cycle) {
    const draft = drafts.get(key);
    if (draft === undefined || reported.has(draft.plugin)) continue;
    reported.add(draft.plugin);
    report(draft.plugin, `${draft.path}.formula`, `depends on itself: ${cycle.join(' -> ')}`);
  }
}

function finish(
  draft: IndicatorDraft,
  formula: Formula,
  resolved: Formula,
  {
    measures,
    statistics,
    report,
  }: {
    readonly measures: ReadonlyMap<string, Measure>;
    readonly statistics: ReadonlyMap<string, Statistic>;
    readonly report: PluginReport;
  },
): Indicator | null {
  const { path, ...rest } = draft;
  const problems: string[] = [];
  const factors = factorsOf(resolved);
  const inputs = measureInputsOf(resolved);
  const read = inputs.map(({ key }) => measures.get(key));
  const periods = Math.max(0, ...inputs.map(({ lag }) => lag));
  if (factors > MOST_FACTORS) problems.push(`multiplies ${factors} factors; ${MOST_FACTORS} is the most`);
  if (periods > MOST_PERIODS) problems.push(`goes back ${periods} periods; ${MOST_PERIODS} is the most`);
  if (read.length === 0) problems.push('reads no measure: a constant is no indicator');
  problems.push(...rateDifferenceProblems(resolved, (key) => measures.get(key)));
  if (draft.mixedBase === null) {
    problems.push(
      ...ratioProblems(
        resolved,
        (key) => measures.get(key),
        (key) => statistics.get(key),
      ),
    );
  }
  for (const message of problems) report(draft.plugin, `${path}.formula`, message);
  if (problems.length > 0) return null;
  const [first, ...others] = read.map((measure) => measure?.dimensions ?? []);
  return {
    ...rest,
    formula,
    resolved,
    dimensions: (first ?? []).filter((dimension) => others.every((list) => list.includes(dimension))),
    revision: effectiveRevision({ ...draft, resolved }, (key) => measures.get(key)),
  };
}
