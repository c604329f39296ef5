import type { JointDecision, JointDecisionState } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import { groupByPosition } from '../read/group-by-position.ts';
import type { StoreSchema } from '../store-schema.ts';
import { decisionHistory, decisionOf, type HistoryRow } from './decisions-by-address.ts';

/** The joint decisions of districts (keys) that are in one of these states, by key and round, in the order of the districts. One statement. */
export async function decisionsInState(
  db: Kysely<StoreSchema>,
  {
    districts,
    states,
  }: { readonly districts: readonly string[]; readonly states: readonly JointDecisionState[] },
): Promise<readonly (readonly JointDecision[])[]> {
  const { rows } = await sql<HistoryRow & { position: number }>`
    select wanted.position::int, ${decisionHistory} as history
    from unnest(${districts}::text[]) with ordinality as wanted (district_key, position)
    join joint_decision d on d.district_key = wanted.district_key and d.state = any(${states}::text[])
    order by wanted.position, d.key, d.round`.execute(db);
  return groupByPosition(rows, districts.length).map((group) => group.map(decisionOf));
}
