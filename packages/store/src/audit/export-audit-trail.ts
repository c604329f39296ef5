import type { AuditEntry } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { Store } from '../open-store.ts';
import type { StoreSchema } from '../store-schema.ts';
import { type AuditFilter, type AuditScope, auditCondition } from './audit-query.ts';
import { type AuditRow, afterCursor, auditColumns, auditEntryOf } from './audit-rows.ts';
import { csvLine } from './csv-line.ts';

/** How the audit trail can be written out: CSV for spreadsheets, JSON lines for programs. */
export const auditFormats = Object.freeze(['csv', 'jsonl'] as const);

export type AuditFormat = (typeof auditFormats)[number];

const BATCH = 1_000;

const COLUMNS = [
  'at',
  'identity',
  'name',
  'role',
  'what',
  'subjectKind',
  'subjectKey',
  'districts',
  'before',
  'after',
  'requestId',
  'dataVersion',
  'id',
] as const;

/**
 * The entries of the audit trail as lines of a file, newest first, a thousand at a time, so that any number of them fits into memory. CSV is
 * RFC 4180: UTF-8 with its mark (which Excel needs), commas, a line of headings; lists of districts are separated by spaces, `before` and
 * `after` are JSON. What is added while it is read may be missing. Throws InputProblems for a day that is none.
 */
export async function* exportAuditTrail(
  { db }: Pick<Store, 'db'>,
  filter: AuditFilter & AuditScope,
  { format, batch = BATCH }: { readonly format: AuditFormat; readonly batch?: number },
): AsyncGenerator<string, void, void> {
  const line = format === 'csv' ? csvOf : jsonOf;
  let rows = await entriesAfter(db, filter, { first: batch, after: null });
  if (format === 'csv') yield `\uFEFF${csvLine(COLUMNS)}`;
  while (rows.length > 0) {
    for (const row of rows) yield line(auditEntryOf(row));
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    rows = await entriesAfter(db, filter, { first: batch, after: last.key });
  }
}

/** Without counting all of them, as a page does. */
async function entriesAfter(
  db: Kysely<StoreSchema>,
  filter: AuditFilter & AuditScope,
  { first, after }: { readonly first: number; readonly after: string | null },
): Promise<readonly AuditRow[]> {
  const { rows } = await sql<AuditRow>`
    select ${auditColumns}
    from audit_entry e
    where ${auditCondition(filter)}
      and ${afterCursor(after)}
    order by e.at desc, e.id desc
    limit ${first}`.execute(db);
  return rows;
}

function csvOf(entry: AuditEntry): string {
  const { at, identity, name, role, what, subject, districts, before, after, requestId, dataVersion, id } =
    entry;
  const json = (value: AuditEntry['before']) => (value === null ? null : JSON.stringify(value));
  return csvLine([
    at,
    identity,
    name,
    role,
    what,
    subject.kind,
    subject.key,
    districts.join(' '),
    json(before),
    json(after),
    requestId,
    dataVersion,
    id,
  ]);
}

function jsonOf(entry: AuditEntry): string {
  return `${JSON.stringify(entry)}\n`;
}
