/** SQL: the columns of an AccessToken, from `k` (access_token); never the hash of its secret. */
export const ACCESS_TOKEN_COLUMNS = `k.id, k.kind, k.name, k.grants, k.created_at as "createdAt", k.created_by as "createdBy",
  k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt", k.used_at as "usedAt", k.revoked_at as "revokedAt",
  k.replaced_by as "replacedBy"`;
