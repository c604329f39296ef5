import { type Acting, everything } from '@kreisweit/domain';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import type { AccessToken } from './access-token.ts';
import { ACCESS_TOKEN_COLUMNS } from './access-token-columns.ts';
import { confiningDistricts } from './grant-targets.ts';
import { requireAllowedOn } from './require-allowed.ts';
import { requireManager } from './require-giver.ts';
import { noSuchToken, storedToken } from './stored-token.ts';

/**
 * Takes a token or link away, at once, with those that it was rotated to: whoever stole it may have done that. One that was taken away stays so. Throws NotAllowed when somebody may not manage all that it is held
 * for (also where there is no such token, except to an administrator: InputProblems).
 */
export async function revokeToken(store: Store, acting: Acting, id: string): Promise<AccessToken> {
  requireManager(acting);
  return auditedChange(store, acting, async (rows) => {
    const stored = await storedToken(rows, id);
    const role = requireAllowedOn(acting, 'MANAGE_ACCESS', stored?.targets ?? [everything]);
    if (stored === null) throw noSuchToken(id, 'nothing is revoked');
    const [result] = await rows<AccessToken>(REVOKE, [id]);
    if (result === undefined) return { role, change: null, result: stored.token };
    const change = {
      what: 'token.revoked',
      subject: { kind: 'token', key: id },
      districts: confiningDistricts(stored.targets),
      before: { revokedAt: null },
      after: { name: result.name, revokedAt: result.revokedAt },
    };
    return { role, change, result };
  });
}

const REVOKE = `
with recursive successor as (
  select id, replaced_by from access_token where id = $1
  union
  select k.id, k.replaced_by from access_token k join successor s on k.id = s.replaced_by
),
revoked as (
  update access_token k set revoked_at = now()
  where k.id = any(array(select id from successor)) and k.id <> $1 and k.revoked_at is null
)
update access_token k set revoked_at = now() where k.id = $1 and k.revoked_at is null
returning ${ACCESS_TOKEN_COLUMNS}`;
