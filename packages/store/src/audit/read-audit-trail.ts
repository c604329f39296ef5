import { type Acting, decide, everything, NotAllowed, rolesFor } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import type { Rows } from '../access/rows.ts';
import type { Store } from '../open-store.ts';
import type { KeyedPage } from '../read/keyed-page.ts';
import type { AuditFilter, AuditQuery, AuditScope } from './audit-query.ts';
import type { AuditRow } from './audit-rows.ts';
import { auditTrail } from './audit-trail.ts';

/**
 * A page of the audit trail as somebody may read it: an administrator all of it, a coordinator what concerns the own district. Throws
 * NotAllowed, and InputProblems for a filter that makes no sense.
 */
export async function readAuditTrail(
  store: Store,
  acting: Acting,
  query: AuditQuery,
): Promise<KeyedPage<AuditRow>> {
  return auditTrail(store.db, { ...query, ...(await auditScope(store, acting, query)) });
}

/** The districts whose entries somebody may read, of those that are asked for. Throws NotAllowed where that is none. */
export async function auditScope(
  { database }: Store,
  acting: Acting,
  { district }: Pick<AuditFilter, 'district'>,
): Promise<AuditScope> {
  const { principal } = acting;
  const wide = decide(principal, 'READ_AUDIT', everything);
  if (wide.allowed) return { districts: null };
  const rows: Rows = async (sql, parameters = []) => (await database.pool.query(sql, [...parameters])).rows;
  if (district !== null) {
    await requireAllowed(rows, acting, 'READ_AUDIT', [{ kind: 'territory', key: district }]);
    return { districts: [district] };
  }
  const districts = principal.grants
    .filter(({ role }) => rolesFor('READ_AUDIT').includes(role))
    .flatMap(({ territory }) => territory ?? []);
  if (districts.length === 0) throw new NotAllowed('READ_AUDIT', wide);
  return { districts };
}
