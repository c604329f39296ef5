import type { Rows } from '../access/rows.ts';

/**
 * Removes the records of cooperation that the demo brought, whatever people changed in them, with what was added to them since: meetings and members of
 * its bodies, rounds of its decisions, versions of its concepts, assignments of its tasks.
 *
 * What people recorded beside them stays, and names none of them any more: a resolution loses its decision, a goal or action the task that it serves,
 * and a concept that only an invented decision had adopted is a draft again. What the audit trail tells stays as well. Waits for whoever
 * loads the demo.
 */
export async function withdrawDemoCooperation(rows: Rows): Promise<void> {
  for (const statement of STATEMENTS) await rows(statement);
}

/** In the order in which one table names the next. */
const STATEMENTS: readonly string[] = [
  'lock table demo_record in exclusive mode',
  ...['meeting_resolution', 'meeting_participant', 'body_meeting', 'body_member'].map(
    (table) => `delete from ${table} where ${ofDemo('body', 'body_key')}`,
  ),
  `delete from cooperation_body where ${ofDemo('body', 'key')}`,
  `delete from concept_version where ${ofDemo('concept', 'concept_key')}`,
  `update meeting_resolution set decision_key = null where ${ofDemo('decision', 'decision_key')}`,
  `update concept_version set adopted_by = null, adopted_round = null, adopted_on = null, revision = revision + 1
   where ${ofDemo('decision', 'adopted_by')}`,
  ...['joint_decision_party', 'joint_decision_entry', 'joint_decision'].map(
    (table) => `delete from ${table} where ${ofDemo('decision', 'key')}`,
  ),
  `delete from concept_task where ${ofDemo('task', 'task_key')}`,
  `delete from task_assignment where ${ofDemo('assignment', 'key')} or ${ofDemo('task', 'task_key')}`,
  `delete from task_override where ${ofDemo('override', 'task_key')}`,
  `delete from district_task where ${ofDemo('task', 'key')}`,
  `delete from training where ${ofDemo('training', 'key')}`,
  `delete from delivery_deadline where ${ofDemo('deadline', 'key')}`,
  'delete from demo_record',
];

function ofDemo(kind: string, column: string): string {
  return `(district_key, ${column}) in (select d.district_key, d.key from demo_record d where d.kind = '${kind}')`;
}
