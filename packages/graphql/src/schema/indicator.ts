import {
  dimensions,
  type Indicator as IndicatorDefinition,
  lowestLevel,
  measureInputsOf,
  units,
} from '@kreisweit/domain';
import type { Identified } from '@kreisweit/store';
import { pageArguments } from '../argument/page-arguments.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { formulaText } from '../indicator/formula-text.ts';
import { knownIndicator } from '../series/select-series.ts';
import { connectionOfPage, connectionOptions, pageFields } from './connection.ts';
import { Dimension } from './dimension.ts';
import { Direction } from './direction.ts';
import { localisedField, optionalLocalisedField } from './localised-field.ts';
import { Measure } from './measure.ts';
import { Plugin } from './plugin.ts';
import { RecommendationField } from './recommendation-field.ts';
import { Statistic } from './statistic.ts';
import { TerritoryKind } from './territory-kind.ts';
import { Unit } from './unit.ts';

type IndicatorRow = Identified<IndicatorDefinition>;

/** What is published. */
export const Indicator = builder.objectRef<IndicatorRow>('Indicator');

builder.node(Indicator, {
  description:
    'What is published (Kennzahl): a formula over measures. Indicators are data: new ones change no type.',
  id: { resolve: ({ key }) => key },
  loadMany: indicatorsByKey,
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key, `population/foreignShare`: plug-in and name.' }),
    title: localisedField(t, 'What people call it.', ({ title }) => title),
    description: optionalLocalisedField(t, 'What it means.', ({ description }) => description),
    unit: t.expose('unit', { type: Unit, description: 'The unit of its values.' }),
    unitTitle: localisedField(t, 'The unit as it stands after a value.', ({ unit }) => units[unit].title),
    decimals: t.exposeInt('decimals', { description: 'To how many decimals its values are rounded.' }),
    direction: t.expose('direction', { type: Direction, description: 'Whether a higher value is better.' }),
    dimensions: t.field({
      ...listOf(2),
      type: [Dimension],
      description: 'By what it is broken down; empty when there are totals only.',
      resolve: (indicator) => dimensions.filter(({ key }) => indicator.dimensions.includes(key)),
    }),
    formula: t.string({
      description: 'How it is computed, in keys of measures and indicators. Members are rolled up first.',
      resolve: ({ formula }) => formulaText(formula),
    }),
    measures: t.field({
      ...listOf(2),
      type: [Measure],
      description: 'The measures that it is computed from.',
      resolve: measuresOf,
    }),
    mixedBase: optionalLocalisedField(
      t,
      'Why numerator and denominator count different populations, where they do.',
      ({ mixedBase }) => mixedBase,
    ),
    caveats: optionalLocalisedField(
      t,
      'What one must know before comparing its values, where there is something: show it with them.',
      // A catalogue of an earlier data version may have been written before there were caveats.
      ({ caveats }) => caveats ?? null,
    ),
    informs: t.field({
      ...listOf(2),
      type: [RecommendationField],
      description: 'The fields of the recommendations that it speaks to.',
      resolve: ({ informs }) => informs ?? [],
    }),
    statistics: t.field({
      ...listOf(2),
      type: [Statistic],
      description: 'The statistics that it is computed from, each with its institute.',
      resolve: statisticsOf,
    }),
    lowestLevel: t.field({
      type: TerritoryKind,
      description: 'The lowest kind of territory for which it is published.',
      resolve: async (indicator, _, context) => lowestLevel(await measuresOf(indicator, _, context)),
    }),
    plugin: t.field({
      type: Plugin,
      nullable: true,
      description: 'The plug-in that defines it.',
      resolve: async ({ plugin, asOf }, _, context) =>
        (await context.catalogue(asOf)).plugins.get(plugin) ?? null,
    }),
    revision: t.exposeString('revision', {
      description: 'Changes with the method of the indicator or of anything that it depends on.',
    }),
  }),
});

const IndicatorConnection = builder.connectionObject(...connectionOptions('Indicator', Indicator));

const IndicatorFilter = builder.inputType('IndicatorFilter', {
  description: 'Which indicators to list.',
  fields: (t) => ({
    search: t.string({ description: 'A text in the key or in a title, in any case.' }),
    plugin: t.string({ description: 'The key of a plug-in.' }),
  }),
});

builder.queryFields((t) => ({
  indicator: t.field({
    type: Indicator,
    description: 'The indicator of a key. An unknown key is an error that names the nearest ones.',
    args: { key: t.arg.string({ required: true, description: 'Its key, `population/foreignShare`.' }) },
    resolve: async (_, { key }, context) => knownIndicator(await publishedCatalogue(context), key),
  }),
  indicators: t.field({
    ...listOf(pageSize),
    type: IndicatorConnection,
    description: 'All indicators, by key.',
    args: {
      filter: t.arg({ type: IndicatorFilter, description: 'Which ones; all when left out.' }),
      ...pageFields(t),
    },
    resolve: (_, { filter, ...page }, context) => indicatorsPage(context, filter ?? {}, page),
  }),
}));

async function publishedCatalogue(context: Context) {
  return context.catalogue((await context.dataVersion()).number);
}

async function indicatorsByKey(
  keys: readonly string[],
  context: Context,
): Promise<readonly (IndicatorRow | null)[]> {
  const { indicators } = await publishedCatalogue(context);
  return keys.map((key) => indicators.get(key) ?? null);
}

async function measuresOf({ resolved, asOf }: IndicatorRow, _: unknown, context: Context) {
  const { measures } = await context.catalogue(asOf);
  const keys = new Set(measureInputsOf(resolved).map(({ key }) => key));
  return [...keys].flatMap((key) => measures.get(key) ?? []);
}

async function statisticsOf(indicator: IndicatorRow, _: unknown, context: Context) {
  const { statistics } = await context.catalogue(indicator.asOf);
  const measures = await measuresOf(indicator, _, context);
  return [...new Set(measures.map(({ statistic }) => statistic))].flatMap((key) => statistics.get(key) ?? []);
}

async function indicatorsPage(
  context: Context,
  { search, plugin }: Partial<Record<'search' | 'plugin', string | null | undefined>>,
  page: { readonly first: number; readonly after?: string | null | undefined },
) {
  const { first, after } = pageArguments(page);
  const { indicators } = await publishedCatalogue(context);
  const text = search?.toLocaleLowerCase('de') ?? '';
  const found = [...indicators.values()].filter(
    ({ key, title, plugin: of }) =>
      (plugin == null || of === plugin) &&
      [key, title.de, title.en].some((name) => name.toLocaleLowerCase('de').includes(text)),
  );
  const rest = found.filter(({ key }) => after === null || key > after);
  return connectionOfPage(
    { rows: rest.slice(0, first), total: found.length, hasNext: rest.length > first },
    after,
  );
}
