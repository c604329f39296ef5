import { InputProblems, type JointDecision } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { addressText, type DecisionAddress } from './decision-address.ts';
import { decisionsByAddress } from './decisions-by-address.ts';

/** The decision of an address as it is now. Throws InputProblems where there is none. */
export async function storedDecision(
  trx: Kysely<StoreSchema>,
  address: DecisionAddress,
): Promise<JointDecision> {
  const [decision = null] = await decisionsByAddress(trx, [address]);
  if (decision !== null) return decision;
  const message = `there is no joint decision ${addressText(address)}: look at the decisions of the district, or draft it`;
  throw new InputProblems('nothing is changed', [{ field: 'decision', rule: 'UNKNOWN', message }]);
}
