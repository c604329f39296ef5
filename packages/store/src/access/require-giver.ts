import {
  type Acting,
  decide,
  everything,
  type Grant,
  mayGive,
  NotAllowed,
  type Role,
  type Target,
} from '@kreisweit/domain';
import { untold } from './require-allowed.ts';

/** Throws NotAllowed when somebody can give access to nobody, whatever for: asked before a request is looked at. */
export function requireManager({ principal }: Acting): void {
  const decision = decide(principal, 'MANAGE_ACCESS', everything);
  if (!decision.allowed && decision.reason !== 'OUTSIDE_SCOPE')
    throw new NotAllowed('MANAGE_ACCESS', decision);
}

/**
 * Lets somebody who may give all of these grants go on, and answers the role that allows it. `targets` are what they are held for, in the
 * same order. Throws NotAllowed.
 */
export function requireGiver(
  { principal }: Acting,
  grants: readonly Grant[],
  targets: readonly Target[],
): Role {
  const decisions = grants.map((grant, index) =>
    untold(mayGive(principal, grant, targets[index] ?? everything)),
  );
  for (const decision of decisions) if (!decision.allowed) throw new NotAllowed('MANAGE_ACCESS', decision);
  const [first] = decisions;
  if (first?.allowed !== true) throw new RangeError('asked who may give no grant at all');
  return first.role;
}
