import type { Catalogue } from '@kreisweit/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAggregates } from '../aggregate/verify-aggregates.ts';
import { importCrosswalk } from '../changes/import-crosswalk.ts';
import type { Crosswalk } from '../crosswalk/crosswalk.ts';
import type { Store } from '../open-store.ts';
import type { Register } from '../register/register-entry.ts';
import { importRegister } from '../territory/import-register.ts';
import { askedEngines } from '../testing/index.ts';
import { openObservations, openTerritories } from '../testing/open-observations.ts';
import {
  completeRelease,
  observationsOf,
  type RandomRelease,
  READING_COLUMNS,
  randomRelease,
  rounded,
} from '../testing/random-releases.ts';
import { randomCatalogue } from '../testing/small-catalogue.ts';
import { crosswalkOf } from '../testing/small-changes.ts';
import { register2013, register2021 } from '../testing/small-country.ts';
import { releaseOf } from '../testing/small-release.ts';
import { emptyStore, storeWithoutRegisters } from '../testing/small-store.ts';
import { allFigures, openAggregates } from '../testing/stored-rows.ts';
import { ingestRelease } from './ingest-release.ts';
import { withdrawRelease } from './withdraw-release.ts';

const catalogue: Catalogue = {
  ...randomCatalogue,
  indicators: randomCatalogue.indicators.filter(({ key }) => READING_COLUMNS.test(key)),
};

/** Keys that a register shows to be one territory, and are several before it. */
const SAME_AS: Readonly<Record<string, string>> = {
  '02': '02000000',
  '02000': '02000000',
  '16098': '16098000',
  '160990001': '16099001',
  '160975001002': '16097002',
};

const COMPLETE = ['02000000', '16097001', '16097002', '160975001003', '16098000', '16099001', '16099002'];

/**
 * Of the municipality 16099005, which came to another district in 2013 as 16097005, only this knows. Nothing of those that
 * stand under an association too: a table that names one for a municipality of a crosswalk does not touch its other sums.
 */
const crosswalk = crosswalkOf(
  [2011, 2012, 2013, 2014],
  2014,
  COMPLETE.filter((key) => key.length === 8 && key !== '16097002')
    .map((key) => `${key}  ${key}  2011  2014`)
    .concat('16099005  16097005  2011  2012', '16097005  16097005  2013  2014')
    .join('\n'),
);

const TERRITORIES = [
  ...COMPLETE,
  ...Object.keys(SAME_AS),
  '16',
  '16097',
  '160975001',
  '16099',
  '16099003',
  '16099009',
  '16099005',
  '16097005',
  'DG',
];

type Step =
  | { readonly release: RandomRelease }
  | { readonly register: Register }
  | { readonly crosswalk: Crosswalk }
  /** Which of the releases so far, by a number that is taken modulo how many there are. */
  | { readonly withdraw: number };

const registers = [register2013, register2021];

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ release: randomRelease(TERRITORIES, SAME_AS) }) },
  { weight: 2, arbitrary: fc.record({ register: fc.constantFrom(...registers) }) },
  { weight: 1, arbitrary: fc.constant({ crosswalk }) },
  { weight: 4, arbitrary: fc.record({ withdraw: fc.nat(20) }) },
);
const history = fc
  .tuple(completeRelease(COMPLETE), fc.array(step, { minLength: 3, maxLength: 9 }), fc.nat(20))
  .map(([complete, steps, withdraw]): readonly Step[] => [{ release: complete }, ...steps, { withdraw }]);

type Event =
  | { readonly release: RandomRelease; readonly number: number }
  | { readonly register: Register }
  | { readonly crosswalk: Crosswalk }
  | { readonly withdraw: number };

/** The steps as they come to pass, with numbers for the releases: a release is withdrawn once, a register imported once. */
function numbered(steps: readonly Step[]) {
  const withdrawn = new Set<number>();
  let releases = 0;
  const events = steps.flatMap((each): readonly Event[] => {
    if ('register' in each || 'crosswalk' in each) return [each];
    if ('release' in each) {
      releases += 1;
      return [{ ...each, number: releases }];
    }
    const number = (each.withdraw % releases) + 1;
    if (withdrawn.has(number)) return [];
    withdrawn.add(number);
    return [{ withdraw: number }];
  });
  return { events, withdrawn };
}

describe.each(askedEngines)('withdrawing on $name', (engine) => {
  let store: Store;
  let other: Store;
  beforeAll(async () => {
    [store, other] = await Promise.all([
      storeWithoutRegisters(engine, catalogue),
      storeWithoutRegisters(engine, catalogue),
    ]);
  });
  afterAll(() => Promise.all([store.close(), other.close()]));

  async function play(on: Store, events: readonly Event[]): Promise<void> {
    await emptyStore(on);
    const idOf = new Map<number, number>();
    for (const event of events) {
      if ('register' in event) {
        await importRegister(on, event.register, { checksum: event.register.territoryDate });
      } else if ('crosswalk' in event) {
        await importCrosswalk(on, event.crosswalk, { checksum: 'crosswalk' });
      } else if ('release' in event) {
        const { input, kind, cells } = event.release;
        const checksum = `release ${event.number}`;
        const delivered = releaseOf(observationsOf(cells, SAME_AS), { input, kind, checksum });
        const { release } = await ingestRelease(on, delivered);
        idOf.set(event.number, release);
      } else {
        const { changed } = await withdrawRelease(on, idOf.get(event.withdraw) ?? 0, { reason: 'wrong' });
        expect(changed).toBe(true);
      }
    }
  }

  async function stored(of: Store) {
    const [observations, territories, aggregates, series] = [
      await openObservations(of),
      await openTerritories(of),
      await openAggregates(of),
      await allFigures(of),
    ];
    return { observations, territories, aggregates: aggregates.map(rounded), series };
  }

  test('leaves what there would be had the release never been delivered', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const { events, withdrawn } = numbered(steps);
        await play(store, events);
        await play(
          other,
          events.filter(
            (event) => !('withdraw' in event || ('release' in event && withdrawn.has(event.number))),
          ),
        );
        expect(await stored(store)).toEqual(await stored(other));
        expect(await verifyAggregates(store)).toMatchObject({ aggregates: 0, series: 0, differences: [] });
      }),
      // To shrink a counterexample takes longer than a test may last.
      { numRuns: 4, endOnFailure: true },
    );
  }, 240_000);
});
