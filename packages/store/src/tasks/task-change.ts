import type { AuditedChange, IntegrationTask, Json, TaskAssignment, TaskOverride } from '@kreisweit/domain';

/** What a change of the division of tasks is made to. */
export type TaskSubject = {
  readonly kind: 'task' | 'task override' | 'task assignment';
  readonly district: string;
  readonly key: string;
};

type TaskRecord = IntegrationTask | TaskOverride | TaskAssignment;

/** The entry of the audit trail for a change of the division of tasks; null where nothing is different. */
export function taskChange(
  what: string,
  { kind, district, key }: TaskSubject,
  { before, after }: { readonly before: TaskRecord | null; readonly after: TaskRecord | null },
): AuditedChange | null {
  if (before === after) return null;
  return {
    what,
    subject: { kind, key: `${district}/${key}` },
    districts: [district],
    before: asJson(before),
    after: asJson(after),
  };
}

function asJson(record: TaskRecord | null): Json {
  return record === null ? null : JSON.parse(JSON.stringify(record));
}
