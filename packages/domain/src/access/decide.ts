import { type Action, rolesFor } from './action.ts';
import type { Grant } from './grant.ts';
import type { Principal } from './principal.ts';
import type { Role } from './role.ts';

/**
 * A territory that an action is about: its keys in all of its roles, and `within` the keys of everything that it lies in now (or lay in on
 * its last day), itself included. A kreisfreie Stadt has two keys (`01001`, `01001000`).
 */
export type Place = { readonly keys: readonly string[]; readonly within: readonly string[] };

/**
 * What an action is about. `plugin` is null where it is about none; `actors` are those for whom it is enough to be one of them. `places` are
 * the territories; an empty list is about no certain one, so that only a role that is not held for a territory reaches it.
 */
export type Target = {
  readonly plugin: string | null;
  readonly actors: readonly string[];
  readonly places: readonly Place[];
};

/** An action that is about nothing certain: only roles that no scope narrows reach it. */
export const everything: Target = Object.freeze({
  plugin: null,
  actors: Object.freeze([]),
  places: Object.freeze([]),
});

/**
 * Whether somebody may do something. `role` is the one that allows it (the first of them where places need several);
 * otherwise `reason` says why not: nobody signed in, no role that may, or roles for something else; `outside` are the first places that no
 * grant covers.
 */
export type Decision =
  | { readonly allowed: true; readonly role: Role }
  | {
      readonly allowed: false;
      readonly reason: 'NOT_SIGNED_IN' | 'ROLE_MISSING' | 'OUTSIDE_SCOPE';
      readonly outside: readonly string[];
    };

const NAMED = 5;

/**
 * Decides by the table of actions whether somebody may do something. A grant covers a target when each scope that it has does; of
 * several places each may be covered by another grant.
 */
export function decide({ kind, grants }: Principal, action: Action, target: Target): Decision {
  const able = grants.filter(({ role }) => rolesFor(action).includes(role));
  if (able.length === 0) {
    const reason = kind === 'anonymous' ? 'NOT_SIGNED_IN' : 'ROLE_MISSING';
    return { allowed: false, reason, outside: [] };
  }
  const covering = able.filter((grant) => coversSubject(grant, target));
  const wide = covering.find(({ territory }) => territory === null);
  if (wide !== undefined) return { allowed: true, role: wide.role };

  const outside = target.places.filter((place) => !covering.some((grant) => coversPlace(grant, place)));
  const [first] = target.places;
  const role = first && covering.find((grant) => coversPlace(grant, first))?.role;
  if (outside.length === 0 && role !== undefined) return { allowed: true, role };
  const keys = outside.slice(0, NAMED).map((place) => place.keys[0] ?? '');
  return { allowed: false, reason: 'OUTSIDE_SCOPE', outside: keys };
}

function coversSubject({ plugin, actor }: Grant, target: Target): boolean {
  return (plugin === null || plugin === target.plugin) && (actor === null || target.actors.includes(actor));
}

function coversPlace({ territory }: Grant, { within }: Place): boolean {
  return territory === null || within.includes(territory);
}

/** What somebody may not give away: the roles that only an administrator grants. */
const NEVER_PASSED_ON: readonly Role[] = ['ADMINISTRATOR', 'DISTRICT_COORDINATOR'];

/**
 * Whether somebody may give a grant to others: an administrator every one, a coordinator those that reach no further than the own
 * district. `target` is what the grant is held for.
 */
export function mayGive(giver: Principal, grant: Grant, target: Target): Decision {
  const decision = decide(giver, 'MANAGE_ACCESS', target);
  if (!decision.allowed || decision.role === 'ADMINISTRATOR') return decision;
  if (NEVER_PASSED_ON.includes(grant.role)) return { allowed: false, reason: 'ROLE_MISSING', outside: [] };
  return decision;
}
