import { isDeepStrictEqual } from 'node:util';
import type { Catalogue, Indicator, Measure, Subject } from '@kreisweit/domain';
import type { CheckedPlugin } from './checked-plugin.ts';
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
 * a measure whose method changes gets a higher revision. (A changed formula changes the revision of its indicator by
 * itself.)
 */
export function checkPromises(
  previous: Catalogue,
  plugins: readonly CheckedPlugin[],
  report: PluginReport,
): void {
  const now = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  for (const measure of previous.measures) {
    const plugin = now.get(measure.plugin);
    if (plugin !== undefined) checkMeasure(measure, plugin, report);
  }
  for (const indicator of previous.indicators) {
    const plugin = now.get(indicator.plugin);
    if (plugin !== undefined) checkIndicator(indicator, plugin, report);
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

function brokenPromises(
  before: Measure,
  measure: Measure,
): readonly { readonly field: string; readonly message: string }[] {
  if (measure.unit !== before.unit) {
    return [{ field: 'unit', message: unitChanged(before.unit, measure.unit) }];
  }
  if (measure.revision < before.revision) {
    const message = `fell from ${before.revision} to ${measure.revision}; it can only rise`;
    return [{ field: 'revision', message }];
  }
  const changed = METHOD.filter((field) => !isDeepStrictEqual(measure[field], before[field]));
  if (changed.length === 0 || measure.revision > before.revision) return [];
  const message = `must rise to ${before.revision + 1}, since ${changed.join(' and ')} changed`;
  return [{ field: 'revision', message }];
}

function checkIndicator(before: Indicator, plugin: CheckedPlugin, report: PluginReport): void {
  const path = `indicators.${nameOf(before)}`;
  const indicator = plugin.indicators.find(({ key }) => key === before.key);
  const isMeasure = plugin.measures.some(({ key }) => key === before.key);
  if (indicator === undefined) {
    if (isMeasure) report(plugin.id, path, 'has disappeared: the measure is not published any more');
    else if (!plugin.declared.has(before.key))
      report(plugin.id, path, 'has disappeared: others may use it; bring it back');
  } else if (indicator.unit !== before.unit && !isMeasure) {
    report(plugin.id, `${path}.unit`, unitChanged(before.unit, indicator.unit));
  }
}

function nameOf({ key, plugin }: { readonly key: string; readonly plugin: string }): string {
  return key.slice(plugin.length + 1);
}

function unitChanged(before: string, now: string): string {
  return `changed from ${before} to ${now}: what has another unit needs another name`;
}
