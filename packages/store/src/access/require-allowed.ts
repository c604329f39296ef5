import {
  type Acting,
  type Action,
  type Decision,
  decide,
  NotAllowed,
  type Role,
  type Target,
} from '@kreisweit/domain';
import type { About } from './about.ts';
import type { Rows } from './rows.ts';
import { targetsOf } from './targets-of.ts';

/**
 * Decides for each of these things whether somebody may do something with it. It is not told which territories lie outside: whoever names the
 * number of something hidden would learn what it is about.
 */
export async function decideAll(
  rows: Rows,
  { principal }: Acting,
  action: Action,
  abouts: readonly About[],
): Promise<readonly Decision[]> {
  const targets = await targetsOf(rows, abouts);
  return targets.map((target) => untold(decide(principal, action, target)));
}

/** A decision that names no territory. */
export function untold(decision: Decision): Decision {
  return decision.allowed ? decision : { ...decision, outside: [] };
}

/**
 * Lets somebody who may do something with all of these things go on, and answers the role that allows it. Throws NotAllowed. Every function
 * that writes for the API asks it in its own transaction, whatever the API has asked before.
 */
export async function requireAllowed(
  rows: Rows,
  acting: Acting,
  action: Action,
  abouts: readonly About[],
): Promise<Role> {
  return roleOf(action, await decideAll(rows, acting, action, abouts));
}

/** The same for targets that are known already. */
export function requireAllowedOn({ principal }: Acting, action: Action, targets: readonly Target[]): Role {
  return roleOf(
    action,
    targets.map((target) => untold(decide(principal, action, target))),
  );
}

function roleOf(action: Action, decisions: readonly Decision[]): Role {
  for (const decision of decisions) if (!decision.allowed) throw new NotAllowed(action, decision);
  const [first] = decisions;
  if (first?.allowed !== true) throw new RangeError(`${action}: asked for nothing`);
  return first.role;
}
