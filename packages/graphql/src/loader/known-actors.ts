import type { ActorRow } from '@kreisweit/store';
import type { Loaders } from './create-loaders.ts';

/** The actors of some keys, in their order; those whose entries are gone are left out. */
export async function knownActors(
  { actor }: Pick<Loaders, 'actor'>,
  keys: readonly string[],
): Promise<readonly ActorRow[]> {
  const found = await Promise.all(keys.map((key) => actor.load(key)));
  return found.filter((each) => each !== null);
}
