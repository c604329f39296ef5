import type { TerritoryRow } from '@kreisweit/store';
import type { AsOf } from '../argument/as-of.ts';
import type { InterfaceFields } from '../builder.ts';
import { asManyAs, listOf } from '../cost/entries.ts';
import { loadCrossSections } from '../loader/load-cross-sections.ts';
import { loadOneSeries } from '../loader/load-one-series.ts';
import { loadValue } from '../loader/load-value.ts';
import { CategoryInput } from './category-input.ts';
import { CrossSection } from './cross-section.ts';
import { Series } from './series.ts';
import { TerritoryLevel } from './territory-level.ts';
import { Value } from './value.ts';

/** How many territories of a level there are in the whole country. */
const MOST_INSIDE = {
  state: 16,
  region: 40,
  district: 400,
  association: 1300,
  municipality: 11_000,
} as const;

/** The fields of a territory that answer figures. Those about series share one loader, so one statement. */
export function figureFields(t: InterfaceFields<TerritoryRow>) {
  return {
    series: t.field({
      type: Series,
      description:
        'One indicator over periods, as reported or on the boundaries of a day. Empty lists where nothing is published.',
      args: {
        indicator: indicatorArgument(t),
        ...rangeArguments(t),
        ...breakdownArgument(t),
        ...boundariesArgument(t),
        ...asOfArgument(t),
      },
      resolve: (territory, { indicator, breakdown, ...range }, { loaders }) =>
        loadOneSeries(loaders.series, {
          territory,
          indicator,
          breakdown: breakdown ?? [],
          ...rangeOf(range),
        }),
    }),
    seriesOf: t.field({
      ...listOf(asManyAs('indicators')),
      type: [Series],
      description: 'Several indicators over periods, in the order of the keys.',
      args: {
        indicators: t.arg.stringList({ required: true, description: 'Keys of indicators.' }),
        ...rangeArguments(t),
        ...breakdownArgument(t),
        ...boundariesArgument(t),
        ...asOfArgument(t),
      },
      resolve: (territory, { indicators, breakdown, ...range }, { loaders }) =>
        loaders.series.load({
          territory,
          question: { indicators, breakdown: breakdown ?? [], dimension: null },
          ...rangeOf(range),
        }),
    }),
    seriesBy: t.field({
      ...listOf(5),
      type: [Series],
      description: 'One indicator over periods, once for each category of a dimension.',
      args: {
        indicator: indicatorArgument(t),
        dimension: t.arg.string({ required: true, description: 'The key of a dimension of the indicator.' }),
        ...rangeArguments(t),
        ...boundariesArgument(t),
        ...asOfArgument(t),
      },
      resolve: (territory, { indicator, dimension, ...range }, { loaders }) =>
        loaders.series.load({
          territory,
          question: { indicators: [indicator], breakdown: [], dimension },
          ...rangeOf(range),
        }),
    }),
    value: t.field({
      type: Value,
      description: 'One value with its explanation.',
      args: {
        indicator: indicatorArgument(t),
        period: periodArgument(t),
        ...breakdownArgument(t),
        ...asOfArgument(t),
      },
      resolve: (territory, { breakdown, asOf, ...args }, { loaders }) =>
        loadValue(loaders.series, { territory, ...args, breakdown: breakdown ?? [], asOf: asOf ?? null }),
    }),
    crossSection: t.loadable({
      ...listOf(({ level }) => MOST_INSIDE[level as keyof typeof MOST_INSIDE]),
      type: CrossSection,
      description:
        'One indicator and period for all territories of a level inside this one. Empty where there are none.',
      args: {
        indicator: indicatorArgument(t),
        period: periodArgument(t),
        level: t.arg({
          type: TerritoryLevel,
          required: true,
          description: 'The level of the territories inside.',
        }),
        ...breakdownArgument(t),
        ...boundariesArgument(t),
        ...asOfArgument(t),
      },
      load: loadCrossSections,
      resolve: (territory: TerritoryRow, { breakdown, asOf, boundariesOn, ...section }) => ({
        territory,
        ...section,
        boundariesOn: boundariesOn ?? null,
        breakdown: breakdown ?? [],
        asOf: asOf ?? null,
      }),
    }),
  };
}

function indicatorArgument(t: InterfaceFields<TerritoryRow>) {
  return t.arg.string({ required: true, description: 'The key of an indicator, `population/foreignShare`.' });
}

function periodArgument(t: InterfaceFields<TerritoryRow>) {
  return t.arg({ type: 'Period', required: true, description: 'The period.' });
}

function rangeArguments(t: InterfaceFields<TerritoryRow>) {
  return {
    from: t.arg({ type: 'Period', description: 'Leaves out what begins before this period.' }),
    to: t.arg({ type: 'Period', description: 'Leaves out what ends after this period.' }),
  };
}

function breakdownArgument(t: InterfaceFields<TerritoryRow>) {
  return {
    breakdown: t.arg({
      type: [CategoryInput],
      description: 'Restricts the values to these categories, one a dimension; the total when left out.',
    }),
  };
}

function boundariesArgument(t: InterfaceFields<TerritoryRow>) {
  return {
    boundariesOn: t.arg({
      type: 'Date',
      description:
        'Carries all values over to the boundaries of this day, so that no reform breaks the series: exactly where territories moved as a whole, else by the weights that the measure declares, flagged ESTIMATED. As reported when left out.',
    }),
  };
}

function asOfArgument(t: InterfaceFields<TerritoryRow>) {
  return {
    asOf: t.arg({
      type: 'AsOf',
      description:
        'Reads an earlier state of the data, to reproduce a printed figure; the latest when left out.',
    }),
  };
}

function rangeOf({
  from,
  to,
  boundariesOn,
  asOf,
}: {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly boundariesOn?: string | null | undefined;
  readonly asOf?: AsOf | undefined;
}) {
  return { from: from ?? null, to: to ?? null, boundariesOn: boundariesOn ?? null, asOf: asOf ?? null };
}
