import { type AuditedChange, InputProblems, type Json } from '@kreisweit/domain';
import { type DistrictRecord, type Put, type Revised, recordAddress } from './revised.ts';

/** What the audit trail says of a record that was put; null where it was so already. */
export function changeOfPut<Value extends DistrictRecord>(
  { before, after, isChanged }: Put<Value>,
  { kind, what }: { readonly kind: string; readonly what: string },
): AuditedChange | null {
  if (!isChanged) return null;
  return {
    what,
    subject: { kind, key: recordAddress(after) },
    districts: [after.district],
    before: before === null ? null : told(before),
    after: told(after),
  };
}

/** The record as it is told: plain data already, which its type does not say. */
function told<Value>(record: Revised<Value>): Json {
  return JSON.parse(JSON.stringify(record));
}

/** The same problems in the words of whoever sends one record and not a list: `trainings.0.day` becomes `training.day`. */
export async function problemsOfOne<Result>(name: string, work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    if (!(error instanceof InputProblems)) throw error;
    const problems = error.problems.map((problem) => ({
      ...problem,
      field: problem.field?.replace(/^\w+\.0\b/, name),
    }));
    throw new InputProblems(`the ${name} is not saved`, problems);
  });
}
