import type { Role } from '@kreisweit/domain';
import type { ClaimPattern } from './claim-pattern.ts';

/**
 * A rule by which a claim of an access token gives a role. `claim` names it, `realm_access.roles` one inside another; each of its texts
 * that `value` matches gives the role once. `territory`, `plugin` and `actor` are what the role is held for: a literal, or
 * the placeholder of that name (`{territory}`), which stands for what it matched in the text.
 */
export type ClaimRule = {
  readonly claim: string;
  readonly value: ClaimPattern;
  readonly role: Role;
  readonly territory: string | null;
  readonly plugin: string | null;
  readonly actor: string | null;
};

/**
 * Whose access tokens are taken, an OpenID provider: its identifier, letter by letter as its tokens and its discovery document write
 * it, and the `audience` that a token must be made for. `clockSkewSeconds` is how far its clock may be from ours.
 */
export type Issuer = {
  readonly issuer: string;
  readonly audience: string;
  readonly clockSkewSeconds: number;
  readonly rules: readonly ClaimRule[];
};

/** What the section `access` of the configuration says. Without issuers only tokens of Kreisweit itself are taken. */
export type AccessConfiguration = { readonly issuers: readonly Issuer[] };
