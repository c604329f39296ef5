import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { catalogueOfHistories, holdAsOfLaw } from '../testing/as-of-law.ts';
import { askedEngines } from '../testing/index.ts';
import { storeWithoutRegisters } from '../testing/small-store.ts';

describe.each(askedEngines)('asOf on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine, catalogueOfHistories);
  });
  afterAll(() => store.close());

  test('answers as it did when that version was the published one', async () => {
    // To shrink a counterexample takes longer than a test may last.
    await holdAsOfLaw(store, { numRuns: 3, endOnFailure: true });
  }, 120_000);
});
