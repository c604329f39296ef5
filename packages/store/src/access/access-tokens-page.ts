import { type Acting, NotAllowed, rolesFor } from '@kreisweit/domain';
import { sql } from 'kysely';
import type { Store } from '../open-store.ts';
import { type KeyedPage, keyedPage } from '../read/keyed-page.ts';
import type { AccessToken, TokensQuery } from './access-token.ts';
import { ACCESS_TOKEN_COLUMNS } from './access-token-columns.ts';
import { requireManager } from './require-giver.ts';

/**
 * A page of the tokens and links, by id, that somebody may manage: an administrator all of them, a coordinator those that
 * reach no further than the own districts. All others are as if they were not there, also in the total. Throws NotAllowed to who may
 * manage none, and for the district of somebody else.
 */
export async function accessTokensPage(
  { db }: Store,
  acting: Acting,
  { district, first, after }: TokensQuery,
): Promise<KeyedPage<AccessToken>> {
  requireManager(acting);
  const own = ownDistricts(acting);
  if (own !== null && district !== null && !own.includes(district)) {
    throw new NotAllowed('MANAGE_ACCESS', { allowed: false, reason: 'OUTSIDE_SCOPE', outside: [district] });
  }
  const { rows } = await sql<AccessToken & { key: string; total: number }>`
    with found as materialized (
      select k.id
      from access_token k
      where (${district}::text is null or k.districts && array[${district}::text])
        and (${own}::text[] is null or (k.districts <> '{}' and k.districts <@ ${own}::text[]))
    )
    select total, page.*
    from (select count(*)::int as total from found) counted
    left join lateral (
      select k.id as key, ${sql.raw(ACCESS_TOKEN_COLUMNS)}
      from found
      join access_token k on k.id = found.id
      where ${after}::text is null or k.id collate "C" > ${after}
      order by k.id collate "C"
      limit ${first + 1}
    ) page on true
    order by page.key collate "C"`.execute(db);
  const page = keyedPage(rows, first);
  return { ...page, rows: page.rows.map(({ key: _key, total: _total, ...row }) => row) };
}

/** The districts that somebody manages access for; null for all of them. */
function ownDistricts({ principal }: Acting): readonly string[] | null {
  const able = principal.grants.filter(({ role }) => rolesFor('MANAGE_ACCESS').includes(role));
  const own = able.flatMap(({ territory }) => territory ?? []);
  return able.some(({ territory }) => territory === null) ? null : own;
}
