import type { Problem } from '../problem.ts';
import { parseTerritoryKey } from '../territory/territory-key.ts';
import { isRole, type Role, roles } from './role.ts';

/**
 * A role that somebody holds, and what for. Each scope that is given narrows it, `null` does not: a data partner with a plug-in
 * and a district delivers figures of this plug-in for territories of this district only.
 *
 * `territory` is a key (`12070`, `12070004`), `plugin` the id of a plug-in, `actor` the key of an actor.
 */
export type Grant = {
  readonly role: Role;
  readonly territory: string | null;
  readonly plugin: string | null;
  readonly actor: string | null;
};

/** The things for which a role may be held. */
export type Scope = 'territory' | 'plugin' | 'actor';

type ScopeRule = { readonly needs: readonly Scope[]; readonly allows: readonly Scope[] };

/** What each role is held for: what must be given, and what may be given to narrow it. */
export const scopesOfRole: Readonly<Record<Role, ScopeRule>> = Object.freeze({
  PUBLIC_READER: { needs: [], allows: [] },
  DATA_PARTNER: { needs: ['plugin'], allows: ['territory'] },
  MUNICIPALITY_EDITOR: { needs: ['territory'], allows: ['plugin'] },
  ASSOCIATION_EDITOR: { needs: ['territory'], allows: ['plugin'] },
  ACTOR_REPRESENTATIVE: { needs: ['actor'], allows: [] },
  DISTRICT_COORDINATOR: { needs: ['territory'], allows: [] },
  CALENDAR_READER: { needs: ['territory'], allows: [] },
  ANALYST: { needs: [], allows: ['territory', 'plugin'] },
  ADMINISTRATOR: { needs: [], allows: [] },
});

/** The kinds of territory that a role may be held for, where it matters. */
const KINDS: Partial<Record<Role, readonly string[]>> = {
  // A kreisfreie Stadt has a key as a municipality too.
  MUNICIPALITY_EDITOR: ['municipality'],
  ASSOCIATION_EDITOR: ['association'],
  DISTRICT_COORDINATOR: ['district'],
  CALENDAR_READER: ['district'],
};

const SCOPES: readonly Scope[] = ['territory', 'plugin', 'actor'];

/**
 * Makes a grant; scopes that are left out do not narrow it. The key of a territory becomes the short one that decisions compare with
 * (`120700004004` becomes `12070004`); what is no key stays, and covers nothing.
 */
export function grantOf(role: Role, scope: Partial<Record<Scope, string | null>> = {}): Grant {
  return Object.freeze({
    role,
    territory: scope.territory == null ? null : (parseTerritoryKey(scope.territory)?.key ?? scope.territory),
    plugin: scope.plugin ?? null,
    actor: scope.actor ?? null,
  });
}

/** What is wrong with a grant, all of it; empty for a good one. `field` names the scope. */
export function grantProblems(grant: Grant): readonly Problem[] {
  if (!isRole(grant.role)) {
    return [{ field: 'role', message: `"${grant.role}" is no role: write one of ${roles.join(', ')}` }];
  }
  const { needs, allows } = scopesOfRole[grant.role];
  const problems: Problem[] = [];
  for (const scope of SCOPES) {
    const given = grant[scope] !== null;
    if (scope !== 'territory' && grant[scope]?.trim() === '') {
      problems.push({ field: scope, message: 'it is empty: leave it out' });
    }
    if (!given && needs.includes(scope)) {
      problems.push({ field: scope, message: `the role ${grant.role} is held for one ${scope}: name it` });
    }
    if (given && !needs.includes(scope) && !allows.includes(scope)) {
      problems.push({
        field: scope,
        message: `the role ${grant.role} is not held for one ${scope}: leave it out`,
      });
    }
  }
  const kinds = KINDS[grant.role];
  const kind = grant.territory === null ? undefined : parseTerritoryKey(grant.territory)?.kind;
  if (grant.territory !== null && kind === undefined) {
    problems.push({
      field: 'territory',
      message: `"${grant.territory}" is no key of a territory: write digits like 12070`,
    });
  } else if (kind !== undefined && kinds !== undefined && !kinds.includes(kind)) {
    const message = `"${grant.territory}" has the kind ${kind}, and the role ${grant.role} is held for a ${kinds.join(' or ')}`;
    problems.push({ field: 'territory', message });
  }
  return problems;
}
