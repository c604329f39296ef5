import { isValidOn } from '../task/validity.ts';
import type { ActorMembership } from './actor-membership.ts';

/** The membership of an actor (its key). */
export type MembershipOf = ActorMembership & { readonly actor: string };

/**
 * Those of some memberships with which, on some day, an organisation belongs to itself in a roundabout way. `others` are memberships that hold as
 * well. What is circular is so from the day on which the last of them begins.
 */
export function circularMemberships(
  memberships: readonly MembershipOf[],
  others: readonly MembershipOf[],
): ReadonlySet<MembershipOf> {
  const all = [...memberships, ...others];
  const found = new Set<MembershipOf>();
  for (const day of new Set(all.map(({ from }) => from ?? FIRST_DAY))) {
    const valid = Map.groupBy(
      all.filter((membership) => isValidOn(membership, day)),
      ({ actor }) => actor,
    );
    for (const membership of memberships) {
      if (found.has(membership) || !isValidOn(membership, day)) continue;
      if (reaches(membership.organisation, membership.actor, valid)) found.add(membership);
    }
  }
  return found;
}

/** Before every day that is written. */
const FIRST_DAY = '';

function reaches(
  start: string,
  goal: string,
  membershipsOf: ReadonlyMap<string, readonly MembershipOf[]>,
): boolean {
  const seen = new Set([start]);
  for (const key of seen) {
    if (key === goal) return true;
    for (const { organisation } of membershipsOf.get(key) ?? []) seen.add(organisation);
  }
  return false;
}
