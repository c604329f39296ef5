import { type Kysely, sql } from 'kysely';
import { type KeyedPage, keyedPage } from '../read/keyed-page.ts';
import type { StoreSchema } from '../store-schema.ts';
import { type AuditQuery, type AuditScope, auditCondition } from './audit-query.ts';
import { type AuditRow, afterCursor, auditColumns } from './audit-rows.ts';

/**
 * A page of the audit trail, newest first: of the entries that concern one of `districts` (all of them where that is null). Who may
 * read which districts is decided before. Throws InputProblems for a day or a cursor that is none.
 */
export async function auditTrail(
  db: Kysely<StoreSchema>,
  { first, after, ...filter }: AuditQuery & AuditScope,
): Promise<KeyedPage<AuditRow>> {
  const wanted = auditCondition(filter);
  const { rows } = await sql<AuditRow & { total: number }>`
    select total, page.*
    from (
      select count(*)::int as total from audit_entry e
      where ${wanted}
    ) counted
    left join lateral (
      select ${auditColumns}
      from audit_entry e
      where ${wanted}
        and ${afterCursor(after)}
      order by e.at desc, e.id desc
      limit ${first + 1}
    ) page on true
    order by page.at desc, page.id desc`.execute(db);
  const page = keyedPage(rows, first);
  return { ...page, rows: page.rows.map(({ total, ...row }) => row) };
}
