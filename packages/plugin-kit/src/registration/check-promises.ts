import { isDeepStrictEqual } from 'node:util';
import type { Catalogue, Indicator, Measure, Subject } from '@kreisweit/domain';
import type { CheckedPlugin, IndicatorDraft } from './checked-plugin.ts';
import type { PluginReport } from './plugin-problem.ts';

/** What makes another number of the same observations: a change needs a new revision. */
const METHOD = [
  'statistic',
  'rollup',
  'countOf',
  'overTime',
  'reference',
  'additivity',
] as const satisfies (keyof Measure)[];

/**
 * Holds plug-ins to what an earlier catalogue promised to those who use it: no key disappears, no unit changes, and
 * a measure whose method changes, or an indicator whose formula or decimals change, gets a higher revision. What an indicator
 * depends on is held to the same.
 */
export function checkPromises(
  previous: Catalogue,
  plugins: readonly CheckedPlugin[],
  resolved: ReadonlyMap<string, Indicator>,
  report: PluginReport,
): void {
  const now = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  for (const measure of previous.measures) {
    const plugin = now.get(measure.plugin);
    if (plugin !== undefined) checkMeasure(measure, plugin, report);
  }
  for (const indicator of previous.indicators) {
    const plugin = now.get(indicator.plugin);
    if (plugin !== undefined) checkIndicator(indicator, plugin, resolved, report);
  }
  // A catalogue that was committed before there were subjects has none.
  const subjects: readonly Subject[] | undefined = previous.subjects;
  for (const subject of subjects ?? []) {
    const plugin = now.get(subject.plugin);
    if (plugin === undefined || plugin.subjects.some(({ key }) => key === subject.key)) continue;
    report(plugin.id, `subjects.${nameOf(subject)}`, 'has disappeared: others may use it; bring it back');
  }
}

function checkMeasure(before: Measure, plugin: CheckedPlugin, report: PluginReport): void {
  const path = `measures.${nameOf(before)}`;
  const measure = plugin.measures.find(({ key }) => key === before.key);
  if (measure !== undefined) {
    for (const { field, message } of brokenPromises(before, measure)) {
      report(plugin.id, `${path}.${field}`, message);
    }
  } else if (!plugin.declared.has(before.key)) {
    const message = 'has disappeared: others may use it; bring it back, with published: false if need be';
    report(plugin.id, path, message);
  }
}

function brokenPromises(before: Measure, measure: Measure): readonly Broken[] {
  if (measure.unit !== before.unit) {
    return [{ field: 'unit', message: unitChanged(before.unit, measure.unit) }];
  }
  return brokenRevision(
    { before: before.revision, now: measure.revision },
    METHOD.filter((field) => !isDeepStrictEqual(measure[field], before[field])),
  );
}

function checkIndicator(
  before: Indicator,
  plugin: CheckedPlugin,
  resolved: ReadonlyMap<string, Indicator>,
  report: PluginReport,
): void {
  const path = `indicators.${nameOf(before)}`;
  const indicator = plugin.indicators.find(({ key }) => key === before.key);
  const isMeasure = plugin.measures.some(({ key }) => key === before.key);
  if (indicator === undefined) {
    if (isMeasure) report(plugin.id, path, 'has disappeared: the measure is not published any more');
    else if (!plugin.declared.has(before.key))
      report(plugin.id, path, 'has disappeared: others may use it; bring it back');
  } else if (!isMeasure) {
    for (const { field, message } of brokenIndicator(before, indicator, resolved.get(before.key))) {
      report(plugin.id, `${path}.${field}`, message);
    }
  }
}

function brokenIndicator(
  before: Indicator,
  indicator: IndicatorDraft,
  resolved: Indicator | undefined,
): readonly Broken[] {
  if (indicator.unit !== before.unit) {
    return [{ field: 'unit', message: unitChanged(before.unit, indicator.unit) }];
  }
  // What could not be resolved has a problem of its own, and its formula is not yet in the form that is kept.
  if (resolved === undefined) return [];
  // A catalogue that was committed before indicators had a revision of their own has the first one.
  const revision: number | undefined = before.methodRevision;
  return brokenRevision(
    { before: revision ?? 1, now: indicator.methodRevision },
    (['formula', 'decimals'] as const).filter((field) => !isDeepStrictEqual(resolved[field], before[field])),
  );
}

type Broken = { readonly field: string; readonly message: string };

function brokenRevision(
  { before, now }: { readonly before: number; readonly now: number },
  changed: readonly string[],
): readonly Broken[] {
  if (now < before)
    return [{ field: 'revision', message: `fell from ${before} to ${now}; it can only rise` }];
  if (changed.length === 0 || now > before) return [];
  return [
    { field: 'revision', message: `must rise to ${before + 1}, since ${changed.join(' and ')} changed` },
  ];
}

function nameOf({ key, plugin }: { readonly key: string; readonly plugin: string }): string {
  return key.slice(plugin.length + 1);
}

function unitChanged(before: string, now: string): string {
  return `changed from ${before} to ${now}: what has another unit needs another name`;
}
