import type { Catalogue, Measure } from '@kreisweit/domain';
import { importCrosswalk } from '../changes/import-crosswalk.ts';
import type { Store } from '../open-store.ts';
import { importRegister } from '../territory/import-register.ts';
import type { Engine } from './engines.ts';
import { smallCatalogue, smallIndicator, smallMeasure } from './small-catalogue.ts';
import { crosswalkOf } from './small-changes.ts';
import { registerOf } from './small-country.ts';
import { storeWithoutRegisters } from './small-store.ts';

const extra: readonly Measure[] = [
  smallMeasure('people', { apportionBy: 'population' }),
  smallMeasure('hectares', { unit: 'count', disclosure: 'none', dimensions: [], apportionBy: 'area' }),
  smallMeasure('jobs', { apportionBy: 'employment' }),
  smallMeasure('arrivals', { apportionBy: 'population', additivity: 'crossBorder' }),
  smallMeasure('benefits', { apportionBy: 'population', reportedAt: 'district' }),
  smallMeasure('pay', {
    unit: 'day',
    disclosure: 'none',
    dimensions: [],
    apportionBy: 'population',
    rollup: { weightedMeanBy: 'small/people' },
  }),
];

/** The catalogue of the plug-in `small` with a measure for each way of dividing a value. */
export const dividingCatalogue: Catalogue = {
  ...smallCatalogue,
  measures: [...smallCatalogue.measures, ...extra],
  indicators: [
    ...smallCatalogue.indicators,
    ...extra.map((measure) =>
      smallIndicator(measure.key.slice('small/'.length), undefined, {
        unit: measure.unit,
        decimals: 2,
        dimensions: measure.dimensions,
      }),
    ),
    smallIndicator(
      'jobsPerPerson',
      {
        op: 'divide',
        left: { op: 'measure', key: 'small/jobs' },
        right: { op: 'measure', key: 'small/people' },
      },
      { unit: 'count', decimals: 2 },
    ),
  ],
};

/**
 * A store with a made-up country whose territories changed between its registers of 2013 and 2021:
 * - inside the district Alt (16091) Birke went into Ahorn in 2015;
 * - Erle (16092002) went from Berg (16092) to Alt in 2016 as a whole, under the key 16091007;
 * - the district Cell (16093) went into Berg in 2017, its only municipality Fichte became 16092005;
 * - the kreisfreie Stadt Eiche (16098) became a municipality of Alt in 2018, 16091098;
 * - Hasel (16094002) in the district Tal (16094) was dissolved in 2019: 4 of 10 inhabitants and half of its area went to
 *   Buche in Alt, the others to Ginster. 2 of 10 inhabitants and 3 of 10 hectares of Tal went with it;
 * - Wald (16092003) has no inhabitants; Fels (16099) never changed.
 */
export async function reformedCountry(
  engine: Pick<Engine, 'open'>,
  catalogue = dividingCatalogue,
): Promise<Store> {
  const store = await storeWithoutRegisters(engine, catalogue);
  await importRegister(store, reformedRegisters[0], { checksum: 'register of 2013' });
  await importRegister(store, reformedRegisters[1], { checksum: 'register of 2021' });
  await importCrosswalk(store, reformedMunicipalities, { checksum: 'municipalities' });
  await importCrosswalk(store, reformedDistricts, { checksum: 'districts' });
  return store;
}

/** The registers of 2013 and 2021. */
export const reformedRegisters = [
  registerOf(
    '2013-12-31',
    `
    16            Bergland
    16091         Alt        44
    160910001     Ahorn      50
    160910001001  Ahorn      64  100
    160910002     Birke      50
    160910002002  Birke      64  60
    160910003     Buche      50
    160910003003  Buche      64  40
    16092         Berg       44
    160920001     Dorn       50
    160920001001  Dorn       64  70
    160920002     Erle       50
    160920002002  Erle       64  30
    160929666     Wald       50
    160929666003  Wald       66  0
    16093         Cell       44
    160930001     Fichte     50
    160930001001  Fichte     64  50
    16094         Tal        44
    160940001     Ginster    50
    160940001001  Ginster    64  50
    160940002     Hasel      50
    160940002002  Hasel      64  50
    16098         Eiche      41
    160980000     Eiche      50
    160980000000  Eiche      61  300
    16099         Fels       44
    160990001     Lerche     50
    160990001001  Lerche     64  20`,
  ),
  registerOf(
    '2021-12-31',
    `
    16            Bergland
    16091         Alt        44
    160910001     Ahorn      50
    160910001001  Ahorn      64  160
    160910003     Buche      50
    160910003003  Buche      64  60
    160910007     Erle       50
    160910007007  Erle       64  30
    160910098     Eiche      50
    160910098098  Eiche      67  300
    16092         Berg       44
    160920001     Dorn       50
    160920001001  Dorn       64  70
    160920005     Fichte     50
    160920005005  Fichte     64  50
    160929666     Wald       50
    160929666003  Wald       66  0
    16094         Tal        44
    160940001     Ginster    50
    160940001001  Ginster    64  80
    16099         Fels       44
    160990001     Lerche     50
    160990001001  Lerche     64  20`,
  ),
] as const;

const YEARS = [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020];

/** The municipalities of 2013 to 2020 in those of 2021. */
export const reformedMunicipalities = crosswalkOf(
  YEARS,
  2021,
  `
  16091001  16091001  2013  2020
  16091002  16091001  2013  2014
  16091003  16091003  2013  2020
  16091007  16091007  2016  2020
  16091098  16091098  2018  2020
  16092001  16092001  2013  2020
  16092002  16091007  2013  2015
  16092003  16092003  2013  2020  -     1
  16092005  16092005  2017  2020
  16093001  16092005  2013  2016
  16094001  16094001  2013  2020
  16094002  16091003  2013  2018  0.4   0.5
  16094002  16094001  2013  2018  0.6   0.5
  16098000  16091098  2013  2017
  16099001  16099001  2013  2020`,
);

/** The districts of 2013 to 2020 in those of 2021. */
export const reformedDistricts = crosswalkOf(
  YEARS,
  2021,
  `
  16091  16091  2013  2020
  16092  16091  2013  2015  0.3  0.3
  16092  16092  2013  2015  0.7  0.7
  16092  16092  2016  2020
  16093  16092  2013  2016
  16094  16091  2013  2018  0.2  0.3
  16094  16094  2013  2018  0.8  0.7
  16094  16094  2019  2020
  16098  16091  2013  2017
  16099  16099  2013  2020`,
);

/** The districts of the country in 2021, as `kind key`. */
export const districtsOf2021 = ['16091', '16092', '16094', '16099'].map((key) => `district ${key}`);

/** The keys of the inhabited municipalities of a year from 2013 on. */
export function municipalitiesIn(year: number): readonly string[] {
  const day = `${Math.min(year, 2020)}-12-31`;
  const there = reformedMunicipalities.links.filter(
    ({ sourceFrom, sourceUntil, population }) =>
      sourceFrom <= day && sourceUntil >= day && population !== null,
  );
  return [...new Set(there.map(({ source }) => source))].sort();
}
