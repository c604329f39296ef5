import {
  type Catalogue,
  countedFigure,
  type Delivery,
  deliveriesThatCount,
  flagsOfBits,
  type Indicator,
  isPublishableBelowDistricts,
  type KnownCell,
  type Measure,
  meaningOfSigns,
  measureInputsOf,
  type PublishedFigure,
  publishedFigures,
  type RolledUp,
  rollUpCountry,
} from '@kreisweit/domain';
import type { RandomCountry } from './random-country.ts';
import { deliveredRelease, type History, ROUGH_INPUT } from './random-history.ts';
import { randomCatalogue, read, smallIndicator, smallMeasure } from './small-catalogue.ts';
import type { AggregateRow, Figures } from './stored-rows.ts';

const further: readonly Measure[] = [
  smallMeasure('moves', { additivity: 'crossBorder', dimensions: [] }),
  smallMeasure('noisy', { additivity: 'perturbed', dimensions: [] }),
  smallMeasure('several', {
    unit: 'count',
    disclosure: 'none',
    countOf: { measure: 'small/residents', above: 2, atMost: 6 },
  }),
];

/** A measure for each way of adding up, and a formula for each way of reading them. */
export const catalogueOfLaw: Catalogue = {
  ...randomCatalogue,
  inputs: randomCatalogue.inputs.flatMap((input) =>
    input.key === 'small/first'
      ? [input, { ...input, key: ROUGH_INPUT, accuracy: { perturbed: true } }]
      : [input],
  ),
  measures: [...randomCatalogue.measures, ...further],
  indicators: [
    ...randomCatalogue.indicators.filter(({ key }) => key !== 'small/rating'),
    smallIndicator('moves', undefined, { dimensions: [] }),
    smallIndicator('several', undefined, { unit: 'count' }),
    smallIndicator('residentsChange', { op: 'change', of: read('residents'), periods: 1 }),
    smallIndicator('residentsIndex', { op: 'index', of: read('residents'), base: '2012' }, { decimals: 1 }),
    smallIndicator('helpedChange', { op: 'change', of: read('helped'), periods: 1 }),
    smallIndicator('helpedIndex', { op: 'index', of: read('helped'), base: '2013' }, { decimals: 1 }),
  ],
};

const measures = new Map(catalogueOfLaw.measures.map((measure) => [measure.key, measure]));

/** What the model says of a history: what is known of every cell, of each territory. */
export function modelled({ country, events }: History): ReadonlyMap<string, readonly KnownCell[]> {
  const withdrawn = new Set(events.flatMap((event) => ('withdraw' in event ? [event.withdraw] : [])));
  const knowledge = {
    ...country,
    levelOf: (territory: string) => country.rolesOf(territory)[0] ?? 'country',
  };
  const releases = events
    .flatMap((event) => ('release' in event ? [event.release] : []))
    .filter((_, number) => !withdrawn.has(number))
    .map((release) => meaningOfSigns(deliveredRelease(release), knowledge));
  const counting = [...deliveriesThatCount(releases, country.rolesOf).values()];

  const deliveredFor = (
    { key, countOf }: Measure,
    period: string,
    breakdown: string,
  ): readonly Delivery[] => {
    const delivered = counting.filter(
      (each) =>
        each.measure === (countOf?.measure ?? key) && each.period === period && each.breakdown === breakdown,
    );
    if (countOf === undefined) return delivered;
    return delivered
      .filter(({ territory }) => country.rolesOf(territory).includes('municipality'))
      .map((each) => ({ ...each, figure: countedFigure(each.figure, countOf) }));
  };
  const rolledUp = (measure: Measure, period: string, breakdown: string): ReadonlyMap<string, RolledUp> => {
    const { rollup, additivity, reportedAt } = measure;
    const delivered = deliveredFor(measure, period, breakdown);
    const weight = typeof rollup === 'object' ? measures.get(rollup.weightedMeanBy) : undefined;
    const weights = weight && rolledUp(weight, period, breakdown);
    return rollUpCountry(
      country.territoriesAt(period),
      new Map(delivered.map((each) => [each.territory, each])),
      { rollup, additivity, reportedAt },
      weights,
    );
  };
  const columns = Map.groupBy(counting, ({ measure, period, breakdown }) =>
    [measure, period, breakdown].join(),
  );
  const known = [...columns.values()].flatMap(([first]) => {
    if (first === undefined) return [];
    const { period, breakdown } = first;
    return [...measures.values()]
      .filter(({ key, countOf }) => (countOf?.measure ?? key) === first.measure)
      .flatMap((measure) =>
        [...rolledUp(measure, period, breakdown)]
          // Of a municipality alone nothing is counted.
          .filter(
            ([territory]) =>
              measure.countOf === undefined || country.rolesOf(territory)[0] !== 'municipality',
          )
          .map(([territory, rolled]) => ({
            territory,
            cell: { measure: measure.key, period, breakdown, rolledUp: rolled },
          })),
      );
  });
  const ofTerritory = Map.groupBy(known, ({ territory }) => territory);
  return new Map([...ofTerritory].map(([territory, all]) => [territory, all.map(({ cell }) => cell)]));
}

/** The rows of the table `aggregate` as the model has them: municipalities have none, their figures are as delivered. */
export function modelledRows(
  { rolesOf, districtOf }: RandomCountry,
  known: ReadonlyMap<string, readonly KnownCell[]>,
): readonly AggregateRow[] {
  return [...known].flatMap(([territory, cells]) => {
    if (rolesOf(territory)[0] === 'municipality') return [];
    return cells.map(({ measure, period, breakdown, rolledUp }): AggregateRow => {
      const { sign, populationReported, populationExpected, ...rest } = rolledUp;
      const name = `${named(territory)} ${measure}${breakdown === '' ? '' : ` ${breakdown}`} ${period}`;
      return {
        ...rest,
        name,
        population_reported: populationReported,
        population_expected: populationExpected,
      };
    });
  });

  function named(territory: string): string {
    return placeName({ rolesOf, districtOf }, territory);
  }
}

function placeName(
  { rolesOf, districtOf }: Pick<RandomCountry, 'rolesOf' | 'districtOf'>,
  territory: string,
): string {
  const district = districtOf(territory);
  return `in ${rolesOf(district)[0]} ${district}: ${rolesOf(territory)[0]} ${territory}`;
}

/** The published series as the model has them, as `allFigures` tells them. */
export function modelledSeries(
  country: RandomCountry,
  known: ReadonlyMap<string, readonly KnownCell[]>,
): Readonly<Record<string, Figures>> {
  const series = [...known].flatMap(([territory, cells]) =>
    catalogueOfLaw.indicators
      .filter((indicator) => isPublished(country, territory, indicator))
      .flatMap((indicator) => {
        const figures = publishedFigures(indicator, measures, cells);
        return [...Map.groupBy(figures, ({ breakdown }) => breakdown)].map(([breakdown, of]) => {
          const name = [
            placeName(country, territory),
            indicator.key,
            ...(breakdown === '' ? [] : [breakdown]),
          ];
          return [name.join(' '), Object.fromEntries(of.map((one) => [one.period, shown(one)]))] as const;
        });
      }),
  );
  return Object.fromEntries(series);
}

/** Own counts of persons are published at district level only (rule 13). */
function isPublished({ rolesOf }: RandomCountry, territory: string, { resolved }: Indicator): boolean {
  const roles = rolesOf(territory);
  const isOpen = measureInputsOf(resolved).every(({ key }) => {
    const measure = measures.get(key);
    return measure === undefined || isPublishableBelowDistricts(measure);
  });
  return isOpen || roles.includes('district');
}

function shown({ value, status, origin, coverage, flags }: PublishedFigure): string {
  const share = coverage === null ? [] : [`${Math.round(coverage * 100)} %`];
  return [value ?? status, origin, ...share, ...flagsOfBits(flags)].join(' ');
}
