import { districtKeyOf, parseTableKey, type TableLevel } from '@kreisweit/domain';

/** Where a delivered key stands inside a district. `association` is the one that the key names. */
export type DistrictPlace = {
  readonly district: string;
  readonly kind: 'district' | 'association' | 'municipality';
  readonly key: string;
  readonly association: string | null;
};

/** A Land that is one district: what a table says of the Land, it says of the district. */
const DISTRICT_OF_STATE: Readonly<Record<string, string>> = { '02': '02000', '11': '11000' };

/**
 * The place of a key as far as its digits tell; null for what lies in no district or is never added up: the country, a Land, a
 * sea area, a borough. A kreisfreie Stadt (`09161000`, Hamburg as `02`) is the district that it is, without members.
 */
export function districtPlace(text: string, level: TableLevel): DistrictPlace | null {
  const named = parseTableKey(text, level);
  if (named === null || named.kind === 'part') return null;
  const { kind, key, association } = named;
  const city = kind === 'state' ? DISTRICT_OF_STATE[key] : undefined;
  const district = city ?? districtKeyOf(named);
  if (district === null) return null;
  const isItself = kind === 'municipality' && key.endsWith('000');
  if (city !== undefined || kind === 'district' || isItself) {
    return { district, kind: 'district', key: district, association: null };
  }
  if (kind !== 'municipality' && kind !== 'association') return null;
  return { district, kind, key, association };
}
