import {
  type BoundaryPlan,
  boundaryHistory,
  boundaryPlan,
  compositePlan,
  districtHistory,
  type PlannedTerritory,
} from '@kreisweit/domain';
import { CompiledQuery, type Kysely } from 'kysely';
import type { QueryResultRow } from 'pg';
import type { StoreSchema } from '../store-schema.ts';
import { boundaryKnowledge } from './boundary-knowledge.ts';
import type { FactIndex } from './fact-index.ts';
import type { TerritoryRow } from './territory-row.ts';

/** A plan that also knows where the facts of its parts are stored. */
export type StoredPlan = BoundaryPlan & { readonly index: FactIndex };

/**
 * How the series of a territory are carried over to the boundaries of a day (ISO); null for a kind whose territories keep
 * their boundaries (states, Germany).
 */
export type BoundaryPlans = (territory: Pick<TerritoryRow, 'kind' | 'key'>, on: string) => StoredPlan | null;

/** As many plans are kept as there are municipalities, on the boundaries of a few days. */
const MOST_PLANS = 50_000;

/** The plans of a data version. Its boundaries never change, so callers keep them. */
export async function boundaryPlans(db: Kysely<StoreSchema>, asOf: number): Promise<BoundaryPlans> {
  const rows = async <Row extends QueryResultRow>(text: string, parameters: readonly unknown[]) =>
    (await db.executeQuery<Row>(CompiledQuery.raw(text, [...parameters]))).rows;
  const { municipality, district, membersOf, index, firstPeriod } = await boundaryKnowledge(rows, asOf);
  const history = districtHistory(boundaryHistory(municipality), boundaryHistory(district));
  const since =
    firstPeriod === null
      ? null
      : `${Math.max(1, Number(firstPeriod.slice(0, 4)) - index.yearsBehind)}`.padStart(4, '0');
  // Of all days between two known ones the same is known: they have one plan.
  const days = [...new Set([...history.municipalities.states, ...history.districts.states])].sort();
  const plans = new Map<string, StoredPlan>();

  function planned(name: string, make: () => BoundaryPlan): StoredPlan {
    const plan = plans.get(name) ?? { ...make(), index };
    if (plans.size >= MOST_PLANS) plans.clear();
    plans.set(name, plan);
    return plan;
  }

  function planOf(territory: PlannedTerritory, day: string): StoredPlan {
    const state = days.findLast((known) => known <= day) ?? '';
    const name = `${territory.kind} ${territory.key} ${state}${state === day ? '' : '+'}`;
    return planned(name, () => boundaryPlan(history, territory, day, since));
  }

  return ({ kind, key }, on) => {
    if (kind === 'district' || kind === 'municipality') return planOf({ kind, key }, on);
    if (kind !== 'association' && kind !== 'region' && kind !== 'group') return null;
    return planned(`${kind} ${key} ${on}`, () => {
      const members = membersOf.get(`${kind} ${key}`) ?? [];
      return compositePlan(history, { key, members }, on, (member) => planOf(member, on), since);
    });
  };
}
