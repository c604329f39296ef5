import fc from 'fast-check';
import { expect } from 'vitest';
import { ingestRelease } from '../ingest/ingest-release.ts';
import { withdrawRelease } from '../ingest/withdraw-release.ts';
import type { Store } from '../open-store.ts';
import { importRegister } from '../territory/import-register.ts';
import { modelled, modelledRows, modelledSeries } from './modelled-store.ts';
import { type History, observationOf, randomHistory } from './random-history.ts';
import { rounded } from './random-releases.ts';
import { releaseOf } from './small-release.ts';
import { emptyStore } from './small-store.ts';
import { type AggregateRow, allFigures, openAggregates } from './stored-rows.ts';

/** Plays a history on a store that holds nothing but the catalogue. */
async function play(store: Store, { country, events }: History): Promise<void> {
  await emptyStore(store);
  for (const register of country.registers) {
    await importRegister(store, register, { checksum: register.territoryDate });
  }
  const ids: number[] = [];
  for (const event of events) {
    if ('release' in event) {
      const { input, kind, cells } = event.release;
      const delivered = releaseOf(cells.map(observationOf), {
        input,
        kind,
        checksum: `release ${ids.length}`,
      });
      ids.push((await ingestRelease(store, delivered)).release);
    } else await withdrawRelease(store, ids[event.withdraw] ?? 0, { reason: 'wrong' });
  }
}

/**
 * The law of aggregation: after any history of releases and withdrawals in any country the store holds the aggregates and
 * publishes the series that the model of the domain works out. `store` has the catalogue of the law.
 */
export async function holdAggregationLaw(
  store: Store,
  parameters: Pick<fc.Parameters<[History]>, 'numRuns' | 'endOnFailure'>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(randomHistory, async (each) => {
      await play(store, each);
      const known = modelled(each);
      const [aggregates, series] = [await openAggregates(store), await allFigures(store)];
      expect(sorted(aggregates)).toEqual(sorted(modelledRows(each.country, known)));
      expect(series).toEqual(modelledSeries(each.country, known));
    }),
    parameters,
  );
}

function sorted(rows: readonly AggregateRow[]): readonly object[] {
  return rows.toSorted((one, other) => (one.name < other.name ? -1 : 1)).map(rounded);
}
