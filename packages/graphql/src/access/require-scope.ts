import { type Action, NotAllowed } from '@kreisweit/domain';
import type { ActingStore } from '@kreisweit/store';
import type { Context } from '../context.ts';
import type { RequestedScope } from './requested-scope.ts';

/** True for somebody who has a scope. Throws NotAllowed, which says why not, for everybody else. */
export async function requireScope(
  { decisions }: Pick<Context, 'decisions'>,
  scope: RequestedScope,
): Promise<true> {
  const decision = await decisions.load(scope);
  if (!decision.allowed) throw new NotAllowed(scope.action, decision);
  return true;
}

/**
 * The store that acts for whoever asks, for a resolver that needs it to do something. Throws NotAllowed where there is none: then
 * nobody may. The store decides again whether this one may.
 */
export function storeFor(
  action: Action,
  { actingStore, acting }: Pick<Context, 'actingStore' | 'acting'>,
): ActingStore {
  if (actingStore !== null) return actingStore;
  const reason = acting.principal.kind === 'anonymous' ? 'NOT_SIGNED_IN' : 'ROLE_MISSING';
  throw new NotAllowed(action, { allowed: false, reason, outside: [] });
}
