import type { TerritoryKind } from '@kreisweit/domain';
import type { TerritoryRow } from '@kreisweit/store';
import type { Context } from '../context.ts';
import { Territory } from './territory.ts';

/** What the types of all kinds of territory share: the interface, the id and how they are loaded by it. */
export function territoryNode(kind: TerritoryKind) {
  return {
    interfaces: [Territory],
    id: { resolve: ({ key }: TerritoryRow) => key },
    loadMany: (keys: readonly string[], { loaders }: Context) =>
      Promise.all(keys.map((key) => loaders.territory.load({ kind, key, on: null }))),
  };
}
