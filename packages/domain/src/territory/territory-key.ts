import type { TerritoryKind } from './territory-kind.ts';

/** The key of Germany as the official tables write it. */
export const COUNTRY_KEY = 'DG';

/**
 * The identity of a territory: its kind and its key. The key is the AGS for a municipality (8 digits), 5 digits
 * for a district, 3 for a region, 2 for a state, the ARS prefix of 9 digits for an association, `DG` for Germany.
 */
export type TerritoryKey = { readonly kind: TerritoryKind; readonly key: string };

const KIND_BY_LENGTH: Readonly<Record<number, TerritoryKind>> = {
  2: 'state',
  3: 'region',
  5: 'district',
  8: 'municipality',
  9: 'association',
  12: 'municipality',
};

const BERLIN_DISTRICT = '11000';
const CITY_STATE_DISTRICTS: readonly string[] = ['02000', BERLIN_DISTRICT];

/** True for digits that begin with a Land number: 01 to 16. */
export function isStateNumber(digits: string): boolean {
  return /^(?:0[1-9]|1[0-6])/.test(digits);
}

/** The AGS (8 digits) of a municipality's ARS (12 digits): Land, Regierungsbezirk, Kreis and Gemeinde. */
export function agsOfArs(ars: string): string {
  return ars.slice(0, 5) + ars.slice(9, 12);
}

/**
 * Reads a key as people and other systems write it: an ARS (12 digits or its prefix) or an AGS (8, 5, 3 or 2
 * digits). Null when it is malformed.
 *
 * @example parseTerritoryKey('120705001008') // { kind: 'municipality', key: '12070008' }
 */
export function parseTerritoryKey(text: string): TerritoryKey | null {
  const key = text.trim();
  if (key === COUNTRY_KEY) return { kind: 'country', key };
  if (!/^\d+$/.test(key) || !isStateNumber(key)) return null;
  const kind = KIND_BY_LENGTH[key.length];
  if (kind === undefined) return null;
  return { kind, key: key.length === 12 ? agsOfArs(key) : key };
}

/** The AGS of a territory: its key without the kinds that have none (associations, groups, parts, Germany). */
export function agsOf({ kind, key }: TerritoryKey): string | null {
  return kind === 'state' || kind === 'region' || kind === 'district' || kind === 'municipality' ? key : null;
}

/**
 * The five digits of the district inside which a territory lies; null above district level and for sea areas
 * (`07000999`, `13000999`), which belong to none. Every part of Berlin lies in `11000`, although its own key begins
 * otherwise (`11001`).
 */
export function districtKeyOf({ kind, key }: TerritoryKey): string | null {
  if (kind === 'country' || kind === 'state' || kind === 'region' || kind === 'group') return null;
  if (kind === 'part' && key.startsWith('11')) return BERLIN_DISTRICT;
  const district = key.slice(0, 5);
  const isSea = kind !== 'district' && district.endsWith('000') && !CITY_STATE_DISTRICTS.includes(district);
  return isSea ? null : district;
}

/**
 * The territories that a key names as its parents, nearest first. Only what the digits say: the association of a
 * municipality is known from its ARS or a register, never from its AGS.
 */
export function parentKeysOf(territory: TerritoryKey): readonly TerritoryKey[] {
  const { kind, key } = territory;
  if (kind === 'country' || kind === 'group') return [];
  const above: TerritoryKey[] = [];
  const district = districtKeyOf(territory);
  if (district !== null && kind !== 'district') above.push({ kind: 'district', key: district });
  if (key.length > 3 && key[2] !== '0') above.push({ kind: 'region', key: key.slice(0, 3) });
  if (key.length > 2) above.push({ kind: 'state', key: key.slice(0, 2) });
  above.push({ kind: 'country', key: COUNTRY_KEY });
  return above;
}
