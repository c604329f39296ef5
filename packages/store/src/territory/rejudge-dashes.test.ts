import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { engines } from '../testing/index.ts';
import { register2013 } from '../testing/small-country.ts';
import { ingestTable } from '../testing/small-release.ts';
import { storeWithoutRegisters } from '../testing/small-store.ts';
import { figures } from '../testing/stored-rows.ts';
import { importRegister } from './import-register.ts';

describe.each(engines)('a sign judged anew on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine);
  });
  afterAll(() => store.close());

  test('that moves to the territory of its key with the same register becomes a zero there', async () => {
    await ingestTable(store, '  residents 2013  rating 2020\n02000000 - 1');
    await importRegister(store, register2013, { checksum: 'register' });
    expect(await figures(store, 'state 02', 'residents')).toEqual({ 2013: '0 DELIVERED' });
  });
});
