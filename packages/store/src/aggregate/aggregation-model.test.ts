import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { holdAggregationLaw } from '../testing/aggregation-law.ts';
import { askedEngines } from '../testing/index.ts';
import { catalogueOfLaw } from '../testing/modelled-store.ts';
import { storeWithoutRegisters } from '../testing/small-store.ts';

describe.each(askedEngines)('aggregation on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine, catalogueOfLaw);
  });
  afterAll(() => store.close());

  test('of random histories in random countries is what the model works out', async () => {
    // To shrink a counterexample takes longer than a test may last.
    await holdAggregationLaw(store, { numRuns: 6, endOnFailure: true });
  }, 120_000);
});
