import {
  type CatalogueInput,
  type Formula,
  type Measure,
  type PlausibilityCheck,
  type PlausibilityRule,
  type Statistic,
  type Subject,
  units,
} from '@kreisweit/domain';
import type { InputDefinition } from '../definition/input-definition.ts';
import type {
  ForPeople,
  IndicatorText,
  MeasureDefinition,
  PlausibilityDefinition,
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
  const { level, accuracy, dash } = definition;
  return {
    key: `${plugin}/${name}`,
    plugin,
    statistic: `${plugin}/${statistic}`,
    level,
    revision: shortHash(definition),
    ...(accuracy === undefined ? {} : { accuracy }),
    ...(dash === undefined ? {} : { dash }),
  };
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
    ...(units[definition.unit].additive ? {} : { dash: 'notAvailable' }),
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
    ...forPeople(definition),
    unit: definition.unit,
    decimals: definition.decimals,
    formula: definition.formula,
    mixedBase: definition.mixedBase ?? null,
    methodRevision: definition.revision ?? 1,
  };
}

/** The indicator that publishes a measure as it is, under the same key. */
export function identityDraft(plugin: string, name: string, definition: MeasureDefinition): IndicatorDraft {
  const { unit, decimals } = definition;
  return {
    key: `${plugin}/${name}`,
    plugin,
    path: `measures.${name}`,
    ...forPeople(definition),
    unit,
    decimals: decimals ?? (units[unit].additive ? 0 : 1),
    formula: { op: 'measure', key: `${plugin}/${name}` },
    mixedBase: null,
    methodRevision: definition.revision ?? 1,
  };
}

function forPeople({ title, description, direction, caveats, informs, deprecated }: ForPeople) {
  return {
    title,
    description: description ?? null,
    direction: direction ?? 'neutral',
    caveats: caveats ?? null,
    informs: informs ?? [],
    deprecated:
      deprecated === undefined
        ? null
        : { reason: deprecated.reason, replacedBy: deprecated.replacedBy ?? null },
  } as const;
}

/** A rule with its measures' qualified keys. */
export function catalogueRule(
  plugin: string,
  name: string,
  definition: PlausibilityDefinition,
): PlausibilityRule {
  const { title, severity, note, ...check } = definition;
  return {
    key: `${plugin}/${name}`,
    title,
    severity,
    note: note ?? null,
    check: withKeys(check, (measure) => qualifiedKey(plugin, measure)),
  };
}

function withKeys(check: PlausibilityCheck, keyOf: (measure: string) => string): PlausibilityCheck {
  if ('sum' in check) return { ...check, sum: check.sum.map(keyOf), equals: keyOf(check.equals) };
  if ('atMost' in check) return { atMost: [keyOf(check.atMost[0]), keyOf(check.atMost[1])] };
  if ('range' in check) return { ...check, range: keyOf(check.range) };
  return { ...check, change: keyOf(check.change) };
}
