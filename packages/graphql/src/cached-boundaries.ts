import { type BoundaryPlan, boundaryPlan, type DistrictHistory } from '@kreisweit/domain';
import { boundaryHistories, type Store, type TerritoryRow } from '@kreisweit/store';

/**
 * How the series of a territory are carried over to the boundaries of a day (ISO); null for a kind whose territories keep
 * their boundaries (states, Germany).
 */
export type BoundaryPlans = (
  territory: Pick<TerritoryRow, 'kind' | 'key'>,
  on: string,
) => BoundaryPlan | null;

/** Histories of so many data versions are kept: a few megabytes each. */
const KEPT = 2;

/** As many plans as municipalities on the boundaries of a few days. */
const MOST_PLANS = 50_000;

const caches = new WeakMap<Store['db'], Map<number, Promise<BoundaryPlans>>>();

/** The plans of a published data version. Its boundaries never change, so they are read once for each database. */
export function cachedBoundaries(db: Store['db'], version: number): Promise<BoundaryPlans> {
  const cache = caches.get(db) ?? new Map<number, Promise<BoundaryPlans>>();
  caches.set(db, cache);
  const known = cache.get(version);
  if (known !== undefined) return known;
  const read = boundaryHistories(db, version).then(plansOf);
  cache.set(version, read);
  read.catch(() => cache.delete(version));
  const [oldest] = cache.keys();
  if (cache.size > KEPT && oldest !== undefined) cache.delete(oldest);
  return read;
}

function plansOf(history: DistrictHistory): BoundaryPlans {
  const plans = new Map<string, BoundaryPlan>();
  return ({ kind, key }, on) => {
    if (kind !== 'district' && kind !== 'municipality') return null;
    const name = `${kind} ${key} ${on}`;
    const plan = plans.get(name) ?? boundaryPlan(history, { kind, key }, on);
    if (plans.size >= MOST_PLANS) plans.clear();
    plans.set(name, plan);
    return plan;
  };
}
