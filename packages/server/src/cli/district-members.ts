import { parseTerritoryKey, type TerritoryKind } from '@kreisweit/domain';
import type { TemplateTerritory } from '@kreisweit/plugin-kit';
import { publishedVersion, type Store, territoriesByKey, territoryMembers } from '@kreisweit/store';
import { CommandError } from '../command-error.ts';

/**
 * A district and the inhabited territories inside it, as the latest register shows them: those who can be asked for figures.
 * A kreisfreie Stadt is its only municipality.
 *
 * Throws a CommandError for a key that is no district or that is not known.
 */
export async function districtMembers(store: Store, key: string): Promise<readonly TemplateTerritory[]> {
  const named = parseTerritoryKey(key);
  if (named?.kind !== 'district') {
    throw new CommandError(`"${key}" is no key of a district: write its five digits, for example 12070`);
  }
  const { number: asOf } = await publishedVersion(store.db);
  const [district] = await territoriesByKey(store.db, { asOf, territories: [{ ...named, on: null }] });
  if (district == null) {
    throw new CommandError(
      `no district ${key} is known: import a register first ("kreisweit import register")`,
    );
  }
  const { id: parentId, asAt: day } = district;
  const kinds: readonly TerritoryKind[] = ['association', 'municipality'];
  const members = await territoryMembers(store.db, {
    asOf,
    requests: kinds.map((kind) => ({ parentId, kind, day })),
  });
  const inside = members.flat().filter(({ inhabited }) => inhabited);
  const municipality = inside.some(({ kind }) => kind === 'municipality')
    ? []
    : [{ key: `${key}000`, name: district.name }];
  return [{ key, name: district.name }, ...inside.map(({ key, name }) => ({ key, name })), ...municipality];
}
