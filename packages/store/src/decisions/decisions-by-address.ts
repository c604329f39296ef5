import { type JointDecision, type JointDecisionEntry, replayDecision } from '@kreisweit/domain';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { addressText, type DecisionAddress } from './decision-address.ts';

/** A history as it is read: see `decisionHistory`. */
export type HistoryRow = { readonly history: readonly JointDecisionEntry[] };

/** SQL: the history of the decision `d` (joint_decision), oldest entry first, as JSON. */
export const decisionHistory: RawBuilder<readonly JointDecisionEntry[]> = sql`(
      select json_agg(json_build_object('revision', e.revision, 'on', e.happened_on, 'event', e.event) order by e.revision)
      from joint_decision_entry e
      where e.district_key = d.district_key and e.key = d.key and e.round = d.round
    )`;

/** The decision that a row tells. */
export function decisionOf({ history }: HistoryRow): JointDecision {
  return replayDecision(history);
}

/** Joint decisions by their addresses, in their order; null where there is none. One statement. */
export async function decisionsByAddress(
  db: Kysely<StoreSchema>,
  addresses: readonly DecisionAddress[],
): Promise<readonly (JointDecision | null)[]> {
  const { rows } = await sql<HistoryRow>`
    select ${decisionHistory} as history
    from unnest(
      ${addresses.map(({ district }) => district)}::text[],
      ${addresses.map(({ key }) => key)}::text[],
      ${addresses.map(({ round }) => round)}::int[]
    ) as wanted (district_key, key, round)
    join joint_decision d
      on d.district_key = wanted.district_key and d.key = wanted.key and d.round = wanted.round`.execute(db);
  const byAddress = new Map(rows.map(decisionOf).map((decision) => [addressText(decision), decision]));
  return addresses.map((address) => byAddress.get(addressText(address)) ?? null);
}
