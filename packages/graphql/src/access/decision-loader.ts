import { type Acting, type Action, type Decision, decide, everything, rolesFor } from '@kreisweit/domain';
import type { About, ActingStore } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { RequestedScope } from './requested-scope.ts';

/** Decides on scopes: those that are asked for at the same time take one question to the store for each action. */
export type DecisionLoader = DataLoader<RequestedScope, Decision, string>;

/** Makes the loader of decisions of one request. Without a store that acts for somebody everything is refused. */
export function decisionLoader({ principal }: Acting, store: ActingStore | null): DecisionLoader {
  return new DataLoader<RequestedScope, Decision, string>(
    async (scopes) => {
      if (store === null) return scopes.map(() => withoutStore(principal));
      const decided = new Map<RequestedScope, Decision>();
      for (const [action, asked] of Map.groupBy(scopes, (scope) => scope.action)) {
        const decisions = await decideOn(
          store,
          action,
          asked.map(({ abouts }) => abouts),
        );
        for (const [index, scope] of asked.entries()) decided.set(scope, decisions[index] ?? NOTHING_ASKED);
      }
      return scopes.map((scope) => decided.get(scope) ?? NOTHING_ASKED);
    },
    { cacheKeyFn: (scope) => JSON.stringify(scope) },
  );
}

/** Decides on one action with each of these. Whoever has no role for it, or one that nothing narrows, costs no statement. */
async function decideOn(
  store: ActingStore,
  action: Action,
  all: readonly RequestedScope['abouts'][],
): Promise<readonly Decision[]> {
  const { principal } = store.acting;
  const general = decide(principal, action, everything);
  if (general.allowed || general.reason !== 'OUTSIDE_SCOPE') return all.map(() => general);

  const abouts = all.flatMap(named);
  const decisions = abouts.length === 0 ? [] : await store.may(action, abouts);
  const able = principal.grants.find(({ role }) => rolesFor(action).includes(role));
  let next = 0;
  return all.map((asked) => {
    if (asked === 'anything') return able === undefined ? general : { allowed: true, role: able.role };
    const own = decisions.slice(next, next + asked.length);
    next += asked.length;
    return own.find(({ allowed }) => !allowed) ?? own[0] ?? NOTHING_ASKED;
  });
}

function named(abouts: RequestedScope['abouts']): readonly About[] {
  return abouts === 'anything' ? [] : abouts;
}

/** A field that needs a scope and is about nothing is nobody's. */
const NOTHING_ASKED: Decision = Object.freeze({
  allowed: false,
  reason: 'OUTSIDE_SCOPE',
  outside: Object.freeze([]),
});

function withoutStore({ kind }: Acting['principal']): Decision {
  return { allowed: false, reason: kind === 'anonymous' ? 'NOT_SIGNED_IN' : 'ROLE_MISSING', outside: [] };
}
