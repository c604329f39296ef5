import { type DatabaseTarget, openStore, type Store, syncCatalogue } from '@kreisweit/store';
import { builtInCatalogue } from './plugins.ts';

/** Opens a store, migrated and with the definitions of the built-in plug-ins in its catalogue. */
export async function openKreisweit(target: DatabaseTarget): Promise<Store> {
  const catalogue = builtInCatalogue();
  const store = await openStore(target);
  try {
    await syncCatalogue(store, catalogue);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
