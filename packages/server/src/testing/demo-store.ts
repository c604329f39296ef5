import { type Store, storeOn, syncCatalogue } from '@kreisweit/store';
import type { Engine } from '@kreisweit/store/testing';
import { builtInCatalogue } from '../plugins.ts';
import { prepareStore } from '../serve/prepare-store.ts';

/** A store as `npm start` makes it: the catalogue of the built-in plug-ins, the recommendations and the demo. */
export async function demoStore(engine: Engine): Promise<Store> {
  const store = await storeOn(await engine.open());
  await syncCatalogue(store, builtInCatalogue());
  await prepareStore(store, { demo: true });
  return store;
}
