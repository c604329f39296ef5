import { parseTerritoryKey, type TerritoryKey } from '@kreisweit/domain';
import { type BoundaryLevel, isBoundaryLevel } from './boundary-level.ts';

/** The key of a territory of which boundaries are kept. */
export type BoundaryKey = { readonly kind: BoundaryLevel; readonly key: string };

/** The properties that may hold the key, in any case; the regional key first, since an association has no other. */
const PROPERTIES = ['ars', 'rs', 'ags', 'key'] as const;

/**
 * Reads the key of a shape: from its properties, else from its id. Answers a message that says what is wrong where
 * there is none.
 */
export function boundaryKey(id: unknown, properties: unknown): BoundaryKey | string {
  const written = writtenKey(id, properties);
  if (written === undefined) return 'has no key: expected an AGS or ARS in its id or its properties';
  const parsed = parseTerritoryKey(String(written));
  if (parsed === null) return malformed(written);
  if (!hasLevel(parsed))
    return `'${parsed.key}' is Germany; boundaries are kept of states and what lies in them`;
  return { kind: parsed.kind, key: parsed.key };
}

function hasLevel(parsed: TerritoryKey): parsed is BoundaryKey {
  return isBoundaryLevel(parsed.kind);
}

function writtenKey(id: unknown, properties: unknown): unknown {
  const named = new Map(
    Object.entries(properties ?? {}).map(([name, value]) => [name.toLowerCase(), value as unknown]),
  );
  const candidates = [...PROPERTIES.map((name) => named.get(name)), id];
  return candidates.find((value) => value !== undefined && value !== null && value !== '');
}

function malformed(written: unknown): string {
  const expected =
    'no key: expected 2 digits of a state, 3 of a region, 5 of a district, 9 of an association, 8 or 12 of a municipality';
  if (typeof written !== 'number') return `${JSON.stringify(written)} is ${expected}`;
  return `${written} is ${expected}. A key is text: as a number it loses its leading zero`;
}
