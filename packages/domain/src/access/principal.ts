import { type Grant, grantOf } from './grant.ts';

/**
 * Who acts. `id` names the identity for the audit trail and for limits and holds no personal data: `anonymous`,
 * `token:<its visible prefix>`, `link:<prefix>`, `person:<hash of issuer and subject>`, `operator` for whoever has the database and runs
 * commands on it. `name` is a function or an organisation, never a person.
 */
export type Principal = {
  readonly kind: 'anonymous' | 'token' | 'link' | 'person' | 'operator';
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
};

/** Somebody who has not signed in: reads what is published. */
export const anonymous: Principal = Object.freeze({
  kind: 'anonymous',
  id: 'anonymous',
  name: 'anonymous',
  grants: Object.freeze([grantOf('PUBLIC_READER')]),
});

/** Who runs commands on the database itself, and so may do everything. Never made from a request. */
export const operator: Principal = Object.freeze({
  kind: 'operator',
  id: 'operator',
  name: 'operator',
  grants: Object.freeze([grantOf('ADMINISTRATOR')]),
});

/** Who acts and in which request: what every change is attributed to. `requestId` is null for a command. */
export type Acting = { readonly principal: Principal; readonly requestId: string | null };

/** What commands on the database act as. */
export const actingOperator: Acting = Object.freeze({ principal: operator, requestId: null });
