import type { Catalogue } from '@kreisweit/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import type { Register } from '../register/register-entry.ts';
import { importRegister } from '../territory/import-register.ts';
import { askedEngines } from '../testing/index.ts';
import {
  completeRelease,
  observationsOf,
  type RandomCell,
  type RandomRelease,
  READING_COLUMNS,
  randomRelease,
  rounded,
} from '../testing/random-releases.ts';
import { randomCatalogue } from '../testing/small-catalogue.ts';
import { register2013, register2021 } from '../testing/small-country.ts';
import { releaseOf } from '../testing/small-release.ts';
import { emptyFacts, emptyStore, smallStore, storeWithoutRegisters } from '../testing/small-store.ts';
import { allFigures, openAggregates } from '../testing/stored-rows.ts';
import { ingestRelease } from './ingest-release.ts';

const catalogue: Catalogue = {
  ...randomCatalogue,
  indicators: randomCatalogue.indicators.filter(({ key }) => READING_COLUMNS.test(key)),
};

/** The key by which a territory is delivered, with the levels it stands for: those of the key and, in brackets, of its other roles. */
const TERRITORIES: Readonly<Record<string, string>> = {
  '02000000': 'municipality (state district association)',
  '16': 'state',
  '16097': 'district',
  '160975001': 'association',
  '16097001': 'municipality (association)',
  '16097002': 'municipality',
  '160975001003': 'municipality',
  '16098000': 'municipality (district association)',
  '16099': 'district',
  '16099001': 'municipality (association)',
  '16099002': 'municipality (association)',
  '16099003': 'municipality (association)',
  '16099009': 'municipality',
  DG: 'country',
};

/** Territories that both registers show: of them a `-` of the years between is a zero, whatever stands beside it. */
const IN_BOTH = new Set(Object.keys(TERRITORIES).filter((key) => !/^1609900[239]$/.test(key)));

/** The register that shows a territory which is not in both; the others are known after any. */
const ONLY_IN: Readonly<Record<string, Register>> = { '16099002': register2013, '16099003': register2021 };

const release = randomRelease(Object.keys(TERRITORIES));
const complete = completeRelease(
  Object.keys(TERRITORIES).filter((key) => key.length >= 8 && key !== '160975001' && key !== '16099009'),
);
const history = fc.record({
  releases: fc
    .tuple(complete, release, release, fc.option(release))
    .map((all) => all.filter((each) => each !== null)),
  /** After how many releases each register is imported, and which is the first. */
  registersAfter: fc.tuple(fc.constantFrom(0, 0, 0, 1, 2), fc.constantFrom(0, 0, 0, 1, 2)),
  registers: fc.constantFrom([register2013, register2021], [register2021, register2013]),
});

/**
 * What a release delivers: a full one has no `.`, which through a whole level would mean something else, and `-` stands
 * only where its meaning does not depend on what else the same table holds.
 */
function delivered({ kind, cells }: RandomRelease): readonly RandomCell[] {
  return cells.map((each) => {
    if (each.text === '.' && kind === 'full') return { ...each, text: '*' };
    const decided = each.column === 'residents 2011' || IN_BOTH.has(each.territory);
    return each.text === '-' && !decided ? { ...each, text: '...' } : each;
  });
}

/** The measure and the period of a column, without its category. */
function scopeOf(column: string): string {
  return column.split(' ').slice(0, 2).join(' ');
}

/**
 * Which cells count in the end: what a full release withdraws is gone, and of two inputs the latest delivery wins, but a
 * `-` gives way to anything else. Before a register knows it, a key with `000` at its end is a district written longer.
 */
function survivors(
  releases: readonly RandomRelease[],
  knownAt: (territory: string, release: number) => boolean,
): readonly RandomCell[] {
  let open: readonly (RandomCell & { readonly input: string; readonly release: number })[] = [];
  for (const [number, each] of releases.entries()) {
    const fresh = delivered(each).map((one) => ({ ...one, input: each.input, release: number }));
    const scope = new Set(fresh.map(({ column }) => scopeOf(column)));
    const levelsOf = (territory: string): readonly string[] => {
      const all = (TERRITORIES[territory] ?? '').split(/[ ()]+/);
      if (knownAt(territory, number)) return all;
      return territory.endsWith('000') ? ['district'] : all.slice(0, 1);
    };
    const levels = new Set(fresh.map(({ territory }) => TERRITORIES[territory]?.split(' ')[0] ?? ''));
    const isWithdrawn = ({ column, territory }: RandomCell) =>
      each.kind === 'full' &&
      scope.has(scopeOf(column)) &&
      levelsOf(territory).some((level) => levels.has(level));
    const isReplaced = (one: RandomCell) =>
      fresh.some((other) => other.territory === one.territory && other.column === one.column);
    open = [
      ...open.filter((one) => one.input !== each.input || !(isWithdrawn(one) || isReplaced(one))),
      ...fresh,
    ];
  }
  const winners = Map.groupBy(open, ({ territory, column }) => `${territory} ${column}`);
  return [...winners.values()].flatMap((several) =>
    several
      .toSorted((a, b) => Number(a.text === '-') - Number(b.text === '-') || b.release - a.release)
      .slice(0, 1),
  );
}

describe.each(askedEngines)('release by release on $name', (engine) => {
  let store: Store;
  let fromScratch: Store;
  beforeAll(async () => {
    [store, fromScratch] = await Promise.all([
      storeWithoutRegisters(engine, catalogue),
      smallStore(engine, catalogue),
    ]);
  });
  afterAll(() => Promise.all([store.close(), fromScratch.close()]));

  async function stored(of: Store) {
    const aggregates = (await openAggregates(of)).filter(({ name }) => !name.includes('small/rating'));
    const series = Object.entries(await allFigures(of)).filter(([name]) => !name.includes('small/rating'));
    return { aggregates: aggregates.map(rounded), series: Object.fromEntries(series) };
  }

  test('the store comes to hold what it would hold had it been given all at once', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ releases, registersAfter, registers }) => {
        await emptyStore(store);
        const imports = registers.map((register, index) => ({ register, after: registersAfter[index] ?? 0 }));
        const importDue = async (after: number) => {
          for (const due of imports.filter((each) => each.after === after)) {
            await importRegister(store, due.register, { checksum: due.register.territoryDate });
          }
        };
        for (const [number, each] of releases.entries()) {
          await importDue(number);
          const { input: key, kind } = each;
          const observations = observationsOf(delivered(each));
          await ingestRelease(
            store,
            releaseOf(observations, { input: key, kind, checksum: `release ${number}` }),
          );
        }
        await importDue(releases.length);

        const knownAt = (territory: string, release: number) =>
          imports.some(
            ({ register, after }) => after <= release && (ONLY_IN[territory] ?? register) === register,
          );
        await emptyFacts(fromScratch);
        const observations = observationsOf(survivors(releases, knownAt));
        await ingestRelease(fromScratch, releaseOf(observations, { kind: 'partial' }));

        expect(await stored(store)).toEqual(await stored(fromScratch));
      }),
      // To shrink a counterexample takes longer than a test may last.
      { numRuns: 4, endOnFailure: true },
    );
  }, 120_000);
});
