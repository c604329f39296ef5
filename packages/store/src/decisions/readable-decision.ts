import { type Acting, InputProblems, type JointDecision } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import { decideAll } from '../access/require-allowed.ts';
import type { Rows } from '../access/rows.ts';
import type { StoreSchema } from '../store-schema.ts';
import { addressText, type DecisionAddress } from './decision-address.ts';
import { decisionsByAddress } from './decisions-by-address.ts';

/**
 * The decision of an address as it is now, for somebody who may know of it: what was never public is there for those only who take part in the
 * cooperation of its district, and for all others as if it were not. Throws InputProblems where there is none.
 */
export async function readableDecision(
  rows: Rows,
  trx: Kysely<StoreSchema>,
  acting: Acting,
  address: DecisionAddress,
): Promise<JointDecision> {
  const [decision = null] = await decisionsByAddress(trx, [address]);
  if (decision !== null && (decision.consultation !== null || (await takesPart(rows, acting, address)))) {
    return decision;
  }
  const message = `there is no joint decision ${addressText(address)}: look at the decisions of the district, or draft it`;
  throw new InputProblems('nothing is changed', [{ field: 'decision', rule: 'UNKNOWN', message }]);
}

async function takesPart(rows: Rows, acting: Acting, { district }: DecisionAddress): Promise<boolean> {
  const [decision] = await decideAll(rows, acting, 'READ_INTERNAL', [{ kind: 'cooperation', district }]);
  return decision?.allowed === true;
}
