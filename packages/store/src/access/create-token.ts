import type { Acting, Json } from '@kreisweit/domain';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import type { AccessToken, IssuedToken, TokenRequest } from './access-token.ts';
import { checkTokenRequest } from './check-token-request.ts';
import { confiningDistricts, grantTargets } from './grant-targets.ts';
import { insertToken } from './insert-token.ts';
import { requireGiver, requireManager } from './require-giver.ts';

/**
 * Makes a token or a one-time link, and answers its secret, this once. Throws NotAllowed when somebody may not give one of the
 * grants, InputProblems with everything that is wrong with the request.
 */
export async function createToken(store: Store, acting: Acting, request: TokenRequest): Promise<IssuedToken> {
  requireManager(acting);
  return auditedChange(store, acting, async (rows) => {
    const checked = await checkTokenRequest(rows, request);
    const targets = await grantTargets(rows, checked.grants);
    const role = requireGiver(acting, checked.grants, targets);
    const districts = confiningDistricts(targets);
    const result = await insertToken(rows, acting.principal, checked, districts);
    const subject = { kind: 'token', key: result.id };
    const change = { what: 'token.created', subject, districts, before: null, after: toldOf(result) };
    return { role, change, result };
  });
}

/** What the audit trail says of a token: never its secret, nor the hash of it. */
export function toldOf({ id, kind, name, grants, expiresAt }: AccessToken): Json {
  return { id, kind, name, grants, expiresAt };
}
