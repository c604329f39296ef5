import type { TaskTerritory } from '@kreisweit/domain';
import type { DistrictPart } from '../read/district-parts.ts';

/** A territory of a district in which tasks are carried out, with its name. */
export type NamedTerritory = TaskTerritory & { readonly name: string };

/**
 * The territories of a district in which tasks are carried out, in the order of its parts. Areas without inhabitants are none; a kreisfreie
 * Stadt is one, under its key as a district.
 */
export function taskTerritories(district: string, parts: readonly DistrictPart[]): readonly NamedTerritory[] {
  const itself = parts.find(({ kind }) => kind === 'district');
  return parts
    .filter(({ key, kind, inhabited }) => inhabited && (kind === 'district' || key !== itself?.sameAs))
    .map(({ key, kind, name, sameAs, association }) => ({
      key,
      kind,
      name,
      sameAs: kind === 'district' ? sameAs : null,
      association,
      district: kind === 'district' ? null : district,
    }));
}
