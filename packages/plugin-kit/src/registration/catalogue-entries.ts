import {
  type CatalogueInput,
  type Formula,
  type Measure,
  type Statistic,
  type Subject,
  units,
} from '@kreisweit/domain';
import type {
  IndicatorText,
  InputDefinition,
  MeasureDefinition,
  StatisticDefinition,
  SubjectDefinition,
} from '../definition/plugin-definition.ts';
import type { IndicatorDraft } from './checked-plugin.ts';
import { shortHash } from './short-hash.ts';

/** An indicator of a plug-in, as data. */
export type IndicatorData = IndicatorText & { readonly formula: Formula };

/** A statistic with its qualified key. */
export function catalogueStatistic(plugin: string, name: string, definition: StatisticDefinition): Statistic {
  return {
    key: `${plugin}/${name}`,
    title: definition.title,
    code: definition.code ?? null,
    institute: definition.institute,
    licence: definition.licence,
    populationBase: definition.populationBase,
    url: definition.url ?? null,
  };
}

/** An input with its qualified key. */
export function catalogueInput(
  plugin: string,
  name: string,
  statistic: string,
  definition: InputDefinition,
): CatalogueInput {
  const { level, accuracy } = definition;
  const revision = shortHash(definition);
  const input = { key: `${plugin}/${name}`, plugin, statistic: `${plugin}/${statistic}`, level, revision };
  return accuracy === undefined ? input : { ...input, accuracy };
}

/** A measure with its qualified keys and all defaults. */
export function catalogueMeasure(
  plugin: string,
  name: string,
  statistic: string,
  definition: MeasureDefinition,
): Measure {
  const { countOf } = definition;
  return {
    key: `${plugin}/${name}`,
    plugin,
    statistic: `${plugin}/${statistic}`,
    title: definition.title,
    unit: definition.unit,
    rollup: qualified(plugin, definition.rollup),
    ...(countOf === undefined
      ? {}
      : { countOf: { ...countOf, measure: qualifiedKey(plugin, countOf.measure) } }),
    overTime: definition.overTime,
    reference: definition.reference,
    disclosure: definition.disclosure,
    additivity: definition.additivity ?? 'exact',
    apportionBy: definition.apportionBy ?? 'none',
    reportedAt: definition.reportedAt ?? 'municipality',
    dimensions: definition.dimensions ?? [],
    breaks: definition.breaks ?? [],
    revision: definition.revision ?? 1,
  };
}

function qualified(plugin: string, rollup: Measure['rollup']): Measure['rollup'] {
  if (typeof rollup === 'string') return rollup;
  return { weightedMeanBy: qualifiedKey(plugin, rollup.weightedMeanBy) };
}

/** A name is one of the plug-in's own; a key names its plug-in. */
function qualifiedKey(plugin: string, name: string): string {
  return name.includes('/') ? name : `${plugin}/${name}`;
}

/** A subject with its qualified keys. */
export function catalogueSubject(plugin: string, name: string, definition: SubjectDefinition): Subject {
  const { title, measures, differences } = definition;
  return {
    key: `${plugin}/${name}`,
    plugin,
    title,
    measures: measures.map((measure) => qualifiedKey(plugin, measure)),
    differences,
  };
}

/** An indicator with its qualified key and all defaults, before its references are resolved. */
export function indicatorDraft(plugin: string, name: string, definition: IndicatorData): IndicatorDraft {
  return {
    key: `${plugin}/${name}`,
    plugin,
    path: `indicators.${name}`,
    title: definition.title,
    description: definition.description ?? null,
    unit: definition.unit,
    decimals: definition.decimals,
    direction: definition.direction ?? 'neutral',
    formula: definition.formula,
    mixedBase: definition.mixedBase ?? null,
  };
}

/** The indicator that publishes a measure as it is, under the same key. */
export function identityDraft(plugin: string, name: string, definition: MeasureDefinition): IndicatorDraft {
  const { title, description, unit, decimals } = definition;
  return {
    key: `${plugin}/${name}`,
    plugin,
    path: `measures.${name}`,
    title,
    description: description ?? null,
    unit,
    decimals: decimals ?? (units[unit].additive ? 0 : 1),
    direction: 'neutral',
    formula: { op: 'measure', key: `${plugin}/${name}` },
    mixedBase: null,
  };
}
