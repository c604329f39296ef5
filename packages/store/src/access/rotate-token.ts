import { type Acting, everything, InputProblems, type Problem, type Role } from '@kreisweit/domain';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import type { AccessToken, IssuedToken } from './access-token.ts';
import { ACCESS_TOKEN_COLUMNS } from './access-token-columns.ts';
import { toldOf } from './create-token.ts';
import { confiningDistricts } from './grant-targets.ts';
import { insertToken } from './insert-token.ts';
import { requireGiver, requireManager } from './require-giver.ts';
import type { Rows } from './rows.ts';
import { noSuchToken, type StoredToken, storedToken } from './stored-token.ts';
import { readTokenExpiry } from './token-expiry.ts';

/**
 * How a token is rotated: when the new one ends (an instant or a day; when the old one would have), and for how many hours the old
 * one still works (24; 0 to 168).
 */
export type RotateOptions = {
  readonly expiresAt?: string | null | undefined;
  readonly graceHours?: number | undefined;
};

const GRACE_HOURS = 24;
const LONGEST_GRACE_HOURS = 168;

/**
 * Makes a new token in the place of an old one, with the same name and grants, and answers its secret, this once. Who may give the grants
 * may do it, and the token itself, but only to the end that it has already: else a stolen one could live for ever. Throws
 * NotAllowed and InputProblems.
 */
export async function rotateToken(
  store: Store,
  acting: Acting,
  id: string,
  options: RotateOptions = {},
): Promise<IssuedToken> {
  const itself = acting.principal.kind === 'token' && acting.principal.id === `token:${id}`;
  if (!itself) requireManager(acting);
  return auditedChange(store, acting, async (rows) => {
    const stored = await storedToken(rows, id);
    const role = requireRotator(acting, itself, stored);
    if (stored === null) throw noSuchToken(id, REFUSED);
    const { token, targets } = stored;
    const { expiresAt, graceHours } = checkOptions(stored, itself, options);
    const districts = confiningDistricts(targets);
    const result = await insertToken(rows, acting.principal, { ...token, expiresAt }, districts);
    const old = await replace(rows, id, result.id, graceHours);
    const change = {
      what: 'token.rotated',
      subject: { kind: 'token', key: id },
      districts,
      before: { expiresAt: token.expiresAt, replacedBy: null },
      after: { expiresAt: old.expiresAt, replacedBy: toldOf(result) },
    };
    return { role, change, result };
  });
}

const REFUSED = 'the token is not rotated';

function requireRotator(acting: Acting, itself: boolean, stored: StoredToken | null): Role {
  if (stored === null) {
    // Any grant does: only an administrator gives what is about nothing certain.
    return requireGiver(
      acting,
      [{ role: 'ANALYST', territory: null, plugin: null, actor: null }],
      [everything],
    );
  }
  const [own] = stored.token.grants;
  if (itself && own !== undefined) return own.role;
  return requireGiver(acting, stored.token.grants, stored.targets);
}

function checkOptions(
  { token, isOver }: StoredToken,
  itself: boolean,
  { expiresAt, graceHours = GRACE_HOURS }: RotateOptions,
): { readonly expiresAt: string; readonly graceHours: number } {
  const problems: Problem[] = [];
  const end = expiresAt == null ? token.expiresAt : endOf(expiresAt, problems);
  const ended = whyEnded(token, isOver);
  if (ended !== null) problems.push({ field: 'id', message: ended });
  if (itself && Date.parse(end) > Date.parse(token.expiresAt)) {
    const message = `a token that rotates itself ends when it would have, ${token.expiresAt}: ask who gave it for a longer one`;
    problems.push({ field: 'expiresAt', message });
  }
  if (!(Number.isInteger(graceHours) && graceHours >= 0 && graceHours <= LONGEST_GRACE_HOURS)) {
    const message = `${graceHours} is no number of hours from 0 to ${LONGEST_GRACE_HOURS}`;
    problems.push({ field: 'graceHours', message });
  }
  if (problems.length > 0) throw new InputProblems(REFUSED, problems);
  return { expiresAt: end, graceHours };
}

function endOf(text: string, problems: Problem[]): string {
  const expiry = readTokenExpiry(text, 'token');
  if (expiry.problem === null) return expiry.expiresAt;
  problems.push(expiry.problem);
  return '';
}

function whyEnded(
  { id, kind, replacedBy, revokedAt, expiresAt }: AccessToken,
  isOver: boolean,
): string | null {
  // Two links would be two deliveries.
  if (kind === 'link') return `${id} is a one-time link: revoke it and make a new one`;
  if (revokedAt !== null) return `${id} was revoked on ${revokedAt}: make a new one`;
  if (replacedBy !== null) return `${id} was rotated already, to ${replacedBy}: rotate that one`;
  return isOver ? `${id} ended on ${expiresAt}: make a new one` : null;
}

async function replace(rows: Rows, id: string, by: string, graceHours: number): Promise<AccessToken> {
  const [old] = await rows<AccessToken>(REPLACE, [id, by, graceHours]);
  if (old === undefined) throw new Error(`the token ${id} was not replaced`);
  return old;
}

const REPLACE = `
update access_token k
set replaced_by = $2, expires_at = least(k.expires_at, now() + make_interval(hours => $3))
where k.id = $1
returning ${ACCESS_TOKEN_COLUMNS}`;
