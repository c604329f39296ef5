import type { Grant } from '@kreisweit/domain';

/** A token or one-time link to be made: a functional name, what it is for, and when it ends (ISO). */
export type TokenRequest = {
  readonly kind: 'token' | 'link';
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly expiresAt: string;
};

/** A token or one-time link as it is listed; times are ISO, UTC. `id` is its visible beginning; the secret is stored nowhere. */
export type AccessToken = {
  readonly id: string;
  readonly kind: 'token' | 'link';
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
  readonly usedAt: string | null;
  readonly revokedAt: string | null;
  readonly replacedBy: string | null;
};

/** A token that was just made. `secret` is all of its text, and is answered this once. */
export type IssuedToken = AccessToken & { readonly secret: string };

/** Which tokens: those of a district (null: of all), after an id. */
export type TokensQuery = {
  readonly district: string | null;
  readonly first: number;
  readonly after: string | null;
};
