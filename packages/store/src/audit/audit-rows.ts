import { type AuditEntry, InputProblems } from '@kreisweit/domain';
import { type RawBuilder, sql } from 'kysely';

/** An entry, and its place in the list: the cursor behind which the next page begins. */
export type AuditRow = AuditEntry & { readonly key: string };

/** The columns of `audit_entry e` that make an AuditRow. */
export const auditColumns: RawBuilder<unknown> = sql`
        to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '/' || e.id as key,
        e.id, e.at, e.identity, e.name, e.role, e.what,
        json_build_object('kind', e.subject_kind, 'key', e.subject_key) as subject,
        e.districts, e.before, e.after, e.request_id as "requestId", e.data_version as "dataVersion"`;

const CURSOR =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The condition by which `audit_entry e` comes after a cursor, newest first. Throws InputProblems for what is no cursor. */
export function afterCursor(after: string | null | undefined): RawBuilder<boolean> {
  const cursor = after ?? null;
  const [, at = null, id = null] = (cursor === null ? null : CURSOR.exec(cursor)) ?? [];
  if (cursor !== null && at === null) {
    const message = 'it is no cursor of the audit trail: send the cursor of an entry, or none';
    throw new InputProblems('The audit trail cannot be read', [{ field: 'after', message }]);
  }
  return sql<boolean>`(${at}::timestamptz is null or (e.at, e.id) < (${at}::timestamptz, ${id}::uuid))`;
}

/** The entry itself, as it is written out. */
export function auditEntryOf({ key, ...entry }: AuditRow): AuditEntry {
  return entry;
}
