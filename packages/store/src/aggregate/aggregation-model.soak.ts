import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { holdAggregationLaw } from '../testing/aggregation-law.ts';
import { servers } from '../testing/index.ts';
import { catalogueOfLaw } from '../testing/modelled-store.ts';
import { storeWithoutRegisters } from '../testing/small-store.ts';

/** The law of `aggregation-model.test.ts` on so many countries that rare ones are among them; a counterexample is shrunk. */
describe.each(servers)('aggregation on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine, catalogueOfLaw);
  });
  afterAll(() => store.close());

  test('of a thousand random histories is what the model works out', async () => {
    await holdAggregationLaw(store, { numRuns: 1000, endOnFailure: false });
  }, 1_800_000);
});
