import { isGroupKey } from '@kreisweit/domain';
import type { TerritoryRow } from '@kreisweit/store';
import { territoryKeyArgument } from '../argument/territory-key-argument.ts';
import type { TerritoryLoader } from './territory-loader.ts';

/**
 * Loads the territory of an official key or of the key of a group; null where nothing is known under an official one.
 * Throws an InvalidArgument for what is neither: the key of a group is any word, so only those that exist are keys.
 */
export async function loadAnyTerritory(
  loader: TerritoryLoader,
  { key, on, argument }: { readonly key: string; readonly on: string | null; readonly argument?: string },
): Promise<TerritoryRow | null> {
  const word = key.trim();
  const group = isGroupKey(word) ? await loader.load({ kind: 'group', key: word, on }) : null;
  return group ?? loader.load({ ...territoryKeyArgument(key, argument), on });
}
