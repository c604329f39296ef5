import { type Breakdown, breakdownKey, type Dimension, dimensions, type Indicator } from '@kreisweit/domain';
import type { CatalogueAt, Identified, SeriesSelection } from '@kreisweit/store';
import { didYouMean } from '../error/did-you-mean.ts';
import { InvalidArgument } from '../error/invalid-argument.ts';

/** A category that a value is restricted to. */
export type CategoryChoice = { readonly dimension: string; readonly category: string };

/** Which series: indicators by key, in one breakdown or in each category of a dimension. */
export type SeriesQuestion = {
  readonly indicators: readonly string[];
  readonly breakdown: readonly CategoryChoice[];
  readonly dimension: string | null;
};

/** A selection that the store can read, with the indicator that it is about. */
export type IdentifiedSelection = SeriesSelection & { readonly indicator: Identified<Indicator> };

/**
 * Turns a question into selections, one a series. Throws an InvalidArgument that names what exists when an indicator,
 * a dimension or a category is unknown.
 */
export function selectSeries(
  catalogue: CatalogueAt,
  { indicators, breakdown, dimension }: SeriesQuestion,
): readonly IdentifiedSelection[] {
  return indicators.flatMap((key) => {
    const indicator = knownIndicator(catalogue, key);
    const chosen = chosenBreakdown(indicator, breakdown);
    const breakdowns =
      dimension === null
        ? [chosen]
        : knownDimension(indicator, dimension).categories.map((category) => ({
            ...chosen,
            [dimension]: category.key,
          }));
    return breakdowns.map((categories) => ({
      indicator,
      indicatorId: indicator.id,
      breakdown: breakdownKey(categories),
    }));
  });
}

/** The indicator of a key. Throws an InvalidArgument with the nearest keys when there is none. */
export function knownIndicator(catalogue: CatalogueAt, key: string): Identified<Indicator> {
  const indicator = catalogue.indicators.get(key);
  if (indicator !== undefined) return indicator;
  throw new InvalidArgument(
    'indicator',
    `There is no indicator '${key}'.${didYouMean(key, [...catalogue.indicators.keys()])}`,
  );
}

function chosenBreakdown(indicator: Indicator, choices: readonly CategoryChoice[]): Breakdown {
  const chosen: Record<string, string> = {};
  for (const { dimension, category } of choices) {
    if (dimension in chosen) {
      throw new InvalidArgument(
        'breakdown',
        `The dimension '${dimension}' is named twice; choose one category.`,
      );
    }
    const { categories } = knownDimension(indicator, dimension);
    if (!categories.some(({ key }) => key === category)) {
      const known = categories.map(({ key }) => `'${key}'`).join(', ');
      throw new InvalidArgument(
        'breakdown',
        `'${dimension}' has no category '${category}'. It has ${known}.`,
      );
    }
    chosen[dimension] = category;
  }
  return chosen;
}

function knownDimension(indicator: Indicator, key: string): Dimension {
  const dimension = dimensions.find((candidate) => candidate.key === key);
  if (dimension !== undefined && indicator.dimensions.includes(key)) return dimension;
  const known = indicator.dimensions.map((name) => `'${name}'`).join(', ');
  throw new InvalidArgument(
    'dimension',
    `'${indicator.key}' is not broken down by '${key}'. ${known === '' ? 'It has totals only.' : `It is by ${known}.`}`,
  );
}
