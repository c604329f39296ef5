import type { Acting, AuditedChange, Role } from '@kreisweit/domain';
import type { Rows } from '../access/rows.ts';

/**
 * Adds an entry to the audit trail, in the transaction of the change that it tells. Entries are never changed; only what is older than
 * the retention says is deleted. `dataVersion` is the one that the change made, null where it made none.
 */
export async function recordChange(
  rows: Rows,
  { principal, requestId }: Acting,
  role: Role,
  { what, subject, districts, before, after }: AuditedChange,
  dataVersion: number | null,
): Promise<void> {
  await rows(INSERT, [
    principal.id,
    principal.name,
    role,
    what,
    subject.kind,
    subject.key,
    districts,
    before === null ? null : JSON.stringify(before),
    after === null ? null : JSON.stringify(after),
    requestId,
    dataVersion,
  ]);
}

const INSERT = `
insert into audit_entry (
  identity, name, role, what, subject_kind, subject_key, districts, before, after, request_id, data_version
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
