import type { Role } from './role.ts';

/** Plain data as JSON holds them. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * What a change is to be recorded as: `what` was done (`release.published`), to which subject (`release`, `17`), in which
 * districts (keys; empty for the whole country or none), and what it was `before` and is `after`. Neither holds a secret, an
 * observation, or personal data.
 */
export type AuditedChange = {
  readonly what: string;
  readonly subject: { readonly kind: string; readonly key: string };
  readonly districts: readonly string[];
  readonly before: Json;
  readonly after: Json;
};

/** An entry of the audit trail. `at` is ISO, UTC; `role` the one that allowed it; `requestId` is null for commands. */
export type AuditEntry = AuditedChange & {
  readonly id: string;
  readonly at: string;
  readonly identity: string;
  readonly name: string;
  readonly role: Role;
  readonly requestId: string | null;
  /** The data version that the change made, if it made one. */
  readonly dataVersion: number | null;
};
