import { type Action, shortDistrictKey } from '@kreisweit/domain';
import type { About } from '@kreisweit/store';

/**
 * What a field needs that not everybody has: an action, with everything that it is about, or `anything`, where being allowed it for
 * something is enough because the answer holds only what one may see.
 */
export type RequestedScope = { readonly action: Action; readonly abouts: readonly About[] | 'anything' };

/** The scopes of the schema, as the scope-auth plug-in takes them: there is one. */
export type AuthScopes = { readonly may: RequestedScope };

/**
 * Declares what a field needs, from its arguments:
 *
 * ```ts
 * authScopes: mayOn('DECIDE_RELEASE', ({ proposed }: { readonly proposed: number }) => [{ kind: 'proposed', proposed }])
 * ```
 */
export function mayOn<Args>(action: Action, aboutsOf: (args: Args) => RequestedScope['abouts']) {
  return (_: unknown, args: Args): AuthScopes => ({ may: { action, abouts: aboutsOf(args) } });
}

/** Declares that a field is for those who are allowed an action for something. Its answer must hold no more than that. */
export function maySomewhere(action: Action) {
  return (): AuthScopes => ({ may: { action, abouts: 'anything' } });
}

/** What is about a district where one is named; else an answer holds what one may see. */
export function aboutDistrict({
  district,
}: {
  readonly district?: string | null | undefined;
}): RequestedScope['abouts'] {
  return district == null ? 'anything' : [{ kind: 'territory', key: shortDistrictKey(district) }];
}

/** What is about an actor. */
export function aboutActor({ key }: { readonly key: string }): readonly About[] {
  return [{ kind: 'actor', key }];
}

/** What is about an assignment of tasks in a district. */
export function aboutAssignment({
  district,
  key,
}: {
  readonly district: string;
  readonly key: string;
}): readonly About[] {
  return [{ kind: 'assignment', district, key }];
}

/** What is about a proposed release. */
export function aboutProposed({ proposed }: { readonly proposed: number }): readonly About[] {
  return [{ kind: 'proposed', proposed }];
}

/** What is about a release. */
export function aboutRelease({ release }: { readonly release: number }): readonly About[] {
  return [{ kind: 'release', release }];
}

/** What is about an access token or a one-time link. */
export function aboutToken({ id }: { readonly id: string }): readonly About[] {
  return [{ kind: 'token', id }];
}
