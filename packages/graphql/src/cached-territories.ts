import { type Store, type TerritoryByKey, type TerritoryRow, territoriesByKey } from '@kreisweit/store';

/** All territories of Germany with room to spare; some 10 MB. */
const KEPT = 30_000;

type Cache = { readonly version: number; readonly rows: Map<string, TerritoryRow> };

const caches = new WeakMap<Store['db'], Cache>();

/** The name under which a territory is remembered: everything that its look-up depends on but the data version. */
export function territoryName({ kind, key, on }: TerritoryByKey): string {
  return `${kind} ${key} ${on}`;
}

/**
 * Looks territories up as `territoriesByKey` does, and remembers those of the latest version that was asked for: a
 * published version never changes, and planning the statement costs more than running it. What is unknown is asked for
 * again.
 */
export async function cachedTerritories(
  db: Store['db'],
  version: number,
  territories: readonly TerritoryByKey[],
): Promise<readonly (TerritoryRow | null)[]> {
  const { rows } = cacheOf(db, version);
  const unknown = territories.filter((territory) => !rows.has(territoryName(territory)));
  const read =
    unknown.length === 0 ? [] : await territoriesByKey(db, { asOf: version, territories: unknown });
  for (const [index, territory] of unknown.entries()) {
    const row = read[index] ?? null;
    if (row === null) continue;
    if (rows.size >= KEPT) rows.clear();
    rows.set(territoryName(territory), row);
  }
  const found = new Map(unknown.map((territory, index) => [territoryName(territory), read[index] ?? null]));
  return territories.map((territory) => {
    const name = territoryName(territory);
    return found.get(name) ?? rows.get(name) ?? null;
  });
}

function cacheOf(db: Store['db'], version: number): Cache {
  const known = caches.get(db);
  if (known !== undefined && known.version === version) return known;
  const fresh = { version, rows: new Map<string, TerritoryRow>() };
  // A reader that still holds an older version must not push out what the others need.
  if (known === undefined || known.version < version) caches.set(db, fresh);
  return fresh;
}
