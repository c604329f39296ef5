import type { Catalogue, TerritoryKind } from '@kreisweit/domain';
import fc from 'fast-check';
import { expect } from 'vitest';
import { syncCatalogue } from '../catalogue/sync-catalogue.ts';
import { importCrosswalk } from '../changes/import-crosswalk.ts';
import { importGroups } from '../groups/import-groups.ts';
import { ingestRelease } from '../ingest/ingest-release.ts';
import { withdrawRelease } from '../ingest/withdraw-release.ts';
import type { Store } from '../open-store.ts';
import { importRegister } from '../territory/import-register.ts';
import { allAnswers, type Questions } from './all-answers.ts';
import { observationsOf, type RandomRelease, randomRelease } from './random-releases.ts';
import { randomCatalogue, read, smallIndicator } from './small-catalogue.ts';
import { crosswalkOf } from './small-changes.ts';
import { register2013, register2021 } from './small-country.ts';
import { smallGroups } from './small-groups.ts';
import { releaseOf } from './small-release.ts';
import { emptyStore } from './small-store.ts';
import { publishedVersion } from './stored-rows.ts';

const READ = /\/(residents|foreignShare|placesPerThousand|waitDays|helped|helpedShare)$/;

/** The catalogue with which a history begins. */
export const catalogueOfHistories: Catalogue = {
  ...randomCatalogue,
  indicators: randomCatalogue.indicators.filter(({ key }) => READ.test(key)),
};

/** Another state of the plug-in: one formula computes otherwise, one indicator is new and one is gone. */
const laterCatalogue: Catalogue = {
  ...catalogueOfHistories,
  indicators: [
    ...catalogueOfHistories.indicators.filter(({ key }) => !/foreignShare|helpedShare/.test(key)),
    smallIndicator(
      'foreignShare',
      { op: 'per', factor: 1000, numerator: read('foreigners'), denominator: read('residents') },
      { unit: 'per_1000', revision: '2' },
    ),
    smallIndicator('residentsChange', { op: 'change', of: read('residents'), periods: 1 }),
  ],
};

const crosswalk = crosswalkOf(
  [2011, 2012, 2013, 2014],
  2014,
  ['16097001', '16097003', '16098000', '16099001']
    .map((key) => `${key}  ${key}  2011  2014`)
    .concat('16099005  16097005  2011  2012', '16097005  16097005  2013  2014')
    .join('\n'),
);

/**
 * Each step makes a data version. The register of 2013 comes before all of them, and a territory stands under one key only:
 * which territories are one (`same_as`) has no version, so that a register which shows two keys to be one territory would
 * answer for earlier versions too.
 */
type Step =
  | { readonly release: RandomRelease }
  | { readonly withdraw: number }
  | { readonly other: 'register' | 'groups' | 'otherGroups' | 'catalogue' | 'laterCatalogue' | 'crosswalk' };

const DELIVERED = [
  '02000000',
  '16',
  '16097',
  '160975001',
  '16097001',
  '16097002',
  '160975001003',
  '16098000',
  '16099',
  '16099001',
  '16099002',
  '16099009',
  '16099003',
  '16099005',
  '16097005',
  'DG',
];

const release = randomRelease(DELIVERED).map((each) => ({ release: each }));
const other = fc
  .constantFrom<Extract<Step, { readonly other: unknown }>['other'][]>(
    'groups',
    'otherGroups',
    'catalogue',
    'laterCatalogue',
    'crosswalk',
  )
  .map((each) => ({ other: each }));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: release },
  { weight: 2, arbitrary: fc.record({ withdraw: fc.nat(9) }) },
  { weight: 3, arbitrary: other },
);
/** The register of 2021 comes at some time. */
const history = fc
  .tuple(release, fc.array(step, { minLength: 2, maxLength: 5 }), fc.nat(5))
  .map(([first, steps, at]): readonly Step[] => [
    first,
    ...steps.toSpliced(Math.min(at, steps.length), 0, { other: 'register' }),
  ]);

const of = (kind: TerritoryKind, ...keys: readonly string[]) => keys.map((key) => ({ kind, key }));

const questions: Questions = {
  territories: [
    ...of('country', 'DG'),
    ...of('state', '16', '02'),
    ...of('district', '16097', '16098', '16099', '02000'),
    ...of('association', '160975001'),
    ...of('municipality', '16097001', '16097002', '16097003', '16098000', '16099001', '16099002'),
    ...of('municipality', '16099003', '16099005', '16097005', '16099009'),
    ...of('group', 'together'),
  ],
  periods: ['2011', '2014', '2015'],
  days: ['2011-12-31', '2014-12-31', '2022-12-31'],
  breakdowns: ['', 'sex=female'],
};

async function take(store: Store, each: Step, releases: number[]): Promise<void> {
  if ('release' in each) {
    const { input, kind, cells } = each.release;
    const checksum = `release ${releases.length}`;
    const taken = await ingestRelease(store, releaseOf(observationsOf(cells), { input, kind, checksum }));
    releases.push(taken.release);
    return;
  }
  if ('withdraw' in each) {
    await withdrawRelease(store, releases[each.withdraw % releases.length] ?? 0, { reason: 'wrong' });
    return;
  }
  switch (each.other) {
    case 'register':
      await importRegister(store, register2021, { checksum: 'register of 2021' });
      return;
    case 'groups':
      await importGroups(store, smallGroups('together 16097 16098'));
      return;
    case 'otherGroups':
      await importGroups(store, smallGroups('together 16097 16099001@2010-01-01..2014-12-31'));
      return;
    case 'catalogue':
      await syncCatalogue(store, catalogueOfHistories);
      return;
    case 'laterCatalogue':
      await syncCatalogue(store, laterCatalogue);
      return;
    case 'crosswalk':
      await importCrosswalk(store, crosswalk, { checksum: 'crosswalk' });
  }
}

/**
 * The law of data versions: each answers as it did when it was the published one, whatever was written since. `store` has
 * the catalogue of the histories.
 */
export async function holdAsOfLaw(
  store: Store,
  parameters: Pick<fc.Parameters<[readonly Step[]]>, 'numRuns' | 'endOnFailure'>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      await emptyStore(store);
      await syncCatalogue(store, catalogueOfHistories);
      await importRegister(store, register2013, { checksum: 'register of 2013' });
      const releases: number[] = [];
      const kept: { readonly asOf: number; readonly answers: unknown }[] = [];
      for (const each of steps) {
        await take(store, each, releases);
        const asOf = await publishedVersion(store);
        kept.push({ asOf, answers: await allAnswers(store, asOf, questions) });
      }
      for (const { asOf, answers } of kept) {
        expect(await allAnswers(store, asOf, questions)).toEqual(answers);
      }
    }),
    parameters,
  );
}
