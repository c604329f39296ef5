import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { catalogueOfHistories, holdAsOfLaw } from '../testing/as-of-law.ts';
import { servers } from '../testing/index.ts';
import { storeWithoutRegisters } from '../testing/small-store.ts';

/** The law of `as-of.test.ts` on so many histories that rare ones are among them; a counterexample is shrunk. */
describe.each(servers)('asOf on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine, catalogueOfHistories);
  });
  afterAll(() => store.close());

  test('answers as it did, in hundreds of histories', async () => {
    await holdAsOfLaw(store, { numRuns: 300, endOnFailure: false });
  }, 1_800_000);
});
