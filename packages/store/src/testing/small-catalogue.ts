import type { Catalogue, CatalogueInput, Formula, Indicator, Measure } from '@kreisweit/domain';

/** A measure of the made-up plug-in `small`; what is not named is that of a plain count. */
export function smallMeasure(name: string, extra: Partial<Measure> = {}): Measure {
  return {
    key: `small/${name}`,
    plugin: 'small',
    statistic: 'small/statistic',
    title: { de: name, en: name },
    unit: 'person',
    rollup: 'sum',
    overTime: 'last',
    reference: { at: '12-31' },
    disclosure: 'atSource',
    additivity: 'exact',
    apportionBy: 'none',
    reportedAt: 'municipality',
    dimensions: ['sex'],
    breaks: [],
    revision: 1,
    ...extra,
  };
}

/** An indicator of the plug-in `small`; without a formula the one that publishes the measure of the same name. */
export function smallIndicator(
  name: string,
  formula: Formula = read(name),
  extra: Partial<Indicator> = {},
): Indicator {
  return {
    key: `small/${name}`,
    plugin: 'small',
    title: { de: name, en: name },
    description: null,
    unit: 'person',
    decimals: 0,
    direction: 'neutral',
    formula,
    resolved: formula,
    mixedBase: null,
    dimensions: ['sex'],
    caveats: null,
    informs: [],
    deprecated: null,
    methodRevision: 1,
    revision: '1',
    ...extra,
  };
}

/** The formula that reads a measure of the plug-in `small`. */
export function read(name: string): Formula {
  return { op: 'measure', key: `small/${name}` };
}

const input = (name: string, extra: Partial<CatalogueInput> = {}): CatalogueInput => ({
  key: `small/${name}`,
  plugin: 'small',
  statistic: 'small/statistic',
  level: 'municipality',
  revision: '1',
  ...extra,
});

const things = { unit: 'count', disclosure: 'none', dimensions: [] } as const;
const ownCount = { disclosure: { minimum: 3 } } as const;

const measures: readonly Measure[] = [
  smallMeasure('residents'),
  smallMeasure('foreigners'),
  // Own counts of persons.
  smallMeasure('asked', ownCount),
  smallMeasure('helped', ownCount),
  // One measure for each other way of rolling up.
  smallMeasure('places', things),
  smallMeasure('waitDays', { ...things, unit: 'day', rollup: { weightedMeanBy: 'small/places' } }),
  smallMeasure('lowest', { ...things, rollup: 'min' }),
  smallMeasure('highest', { ...things, rollup: 'max' }),
  smallMeasure('offices', { ...things, rollup: 'count' }),
  smallMeasure('rating', { ...things, unit: 'index', rollup: 'none' }),
  smallMeasure('desks', { ...things, reportedAt: 'association' }),
];

const percent = { unit: 'percent', decimals: 1 } as const;

const indicators: readonly Indicator[] = [
  ...measures.map((measure) =>
    smallIndicator(measure.key.slice('small/'.length), undefined, {
      unit: measure.unit,
      decimals: measure.unit === 'day' ? 2 : 0,
      dimensions: measure.dimensions,
    }),
  ),
  smallIndicator(
    'foreignShare',
    { op: 'share', part: read('foreigners'), whole: read('residents') },
    percent,
  ),
  smallIndicator('helpedShare', { op: 'share', part: read('helped'), whole: read('asked') }, percent),
  smallIndicator(
    'placesPerThousand',
    {
      op: 'per',
      factor: 1000,
      numerator: read('places'),
      denominator: { op: 'lag', of: read('residents'), periods: 1 },
    },
    {
      unit: 'per_1000',
      decimals: 1,
      dimensions: [],
      mixedBase: { de: 'Plätze je Vorjahresbevölkerung', en: 'places against residents of the year before' },
    },
  ),
  smallIndicator('residentsBefore', { op: 'lag', of: read('residents'), periods: 1 }),
];

/** A plug-in with two inputs of municipalities, one of districts, and a measure for each rule of adding up. */
export const smallCatalogue: Catalogue = {
  plugins: [{ id: 'small', title: { de: 'Klein', en: 'Small' }, plausibility: [] }],
  statistics: [
    {
      key: 'small/statistic',
      title: { de: 'Statistik', en: 'Statistic' },
      code: null,
      institute: 'Institute',
      licence: 'CC0-1.0',
      populationBase: 'residents',
      url: null,
    },
  ],
  inputs: [input('first'), input('second'), input('byDistrict', { level: 'district' })],
  measures,
  indicators,
  subjects: [],
};

/**
 * The same for random tables, in which the categories of own counts do not add up to their total: of figures that are declared
 * exact that would be an error.
 */
export const randomCatalogue: Catalogue = {
  ...smallCatalogue,
  measures: measures.map((measure) =>
    typeof measure.disclosure === 'object' ? { ...measure, additivity: 'rounded' } : measure,
  ),
};
