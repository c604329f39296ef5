import type { Principal } from '@kreisweit/domain';
import type { AccessToken, IssuedToken, TokenRequest } from './access-token.ts';
import { ACCESS_TOKEN_COLUMNS } from './access-token-columns.ts';
import type { Rows } from './rows.ts';
import { hashOf, makeTokenText } from './token-text.ts';

/** Makes the secret of a token and stores its hash. The request is checked, and allowed, before. */
export async function insertToken(
  rows: Rows,
  { id: createdBy }: Principal,
  { kind, name, grants, expiresAt }: TokenRequest,
  districts: readonly string[],
): Promise<IssuedToken> {
  const { id, text } = makeTokenText(kind);
  const [row] = await rows<AccessToken>(INSERT, [
    id,
    kind,
    name,
    hashOf(text),
    JSON.stringify(grants),
    districts,
    createdBy,
    expiresAt,
  ]);
  if (row === undefined) throw new Error(`the ${kind} ${id} was not stored`);
  return Object.freeze({ ...row, secret: text });
}

const INSERT = `
insert into access_token as k (id, kind, name, secret_hash, grants, districts, created_by, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
returning ${ACCESS_TOKEN_COLUMNS}`;
