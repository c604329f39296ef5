import { type Action, actions } from './action.ts';
import type { Decision } from './decide.ts';

type Refusal = Extract<Decision, { readonly allowed: false }>;

/** Somebody may not do something: what, why, and what they can do about it. It tells nothing about what is there. */
export class NotAllowed extends Error {
  readonly action: Action;
  readonly reason: Refusal['reason'];

  constructor(action: Action, { reason, outside }: Refusal) {
    super(`You may not ${actions[action].text.en}: ${why(action, reason, outside)}`);
    this.name = 'NotAllowed';
    this.action = action;
    this.reason = reason;
  }
}

function why(action: Action, reason: Refusal['reason'], outside: readonly string[]): string {
  const needed = actions[action].roles.join(', ');
  if (reason === 'NOT_SIGNED_IN')
    return `send an access token (Authorization: Bearer ...) with one of the roles ${needed}`;
  if (reason === 'ROLE_MISSING')
    return `it needs one of the roles ${needed}; ask the coordination of your district`;
  const what =
    outside.length === 0 ? 'it is' : `${outside.join(', ')} ${outside.length === 1 ? 'is' : 'are'}`;
  return `${what} outside of what your access is for; ask the coordination of the district that it belongs to`;
}
