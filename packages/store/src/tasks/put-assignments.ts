import { InputProblems, parseTerritoryKey, type TaskAssignment } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { Rows } from '../access/rows.ts';
import { todayInGermany } from '../decisions/today.ts';
import type { StoreSchema } from '../store-schema.ts';
import { assignableActors } from './assignable-actors.ts';
import { checkAssignments } from './check-assignments.ts';
import { divisionsOfTasks } from './division-of-tasks.ts';
import { nextTaskRevision } from './next-task-revision.ts';
import { isChanged, type PutRecord, putRecord } from './put-record.ts';
import { unknownDistrict } from './require-district.ts';
import type { StoredAssignment } from './stored-assignment.ts';
import { taskAssignments } from './task-assignments.ts';

/** The assignments of a district to save. `today` is an ISO day, that in Germany when left out. */
export type AssignmentsInput = {
  readonly district: string;
  readonly assignments: readonly TaskAssignment[];
  readonly today?: string | undefined;
};

/**
 * Saves assignments of a district by their key, in the transaction that is open; those that are not named stay. Neither asks whether somebody may nor
 * adds to the audit trail. They are checked beside all that the district has: its tasks, its territories of today with inhabitants, actors that are
 * active. Keys of territories are written short, that of a kreisfreie Stadt as a district. Throws InputProblems with fields like `assignments.0.actor`.
 */
export async function putAssignments(
  rows: Rows,
  trx: Kysely<StoreSchema>,
  { district, assignments: given, today = todayInGermany() }: AssignmentsInput,
): Promise<readonly PutRecord<StoredAssignment>[]> {
  const revision = await nextTaskRevision(rows, district);
  const [pointer] = await rows<{ version: number }>('select version from published_pointer');
  const asOf = pointer?.version ?? 0;
  const [division] = await divisionsOfTasks(trx, { asOf, districts: [{ district, day: today }] });
  if (division === undefined || division.territories.length === 0) throw unknownDistrict(district);
  const [all = []] = await taskAssignments(trx, { requests: [{ district, on: null }] });
  const stored = new Map(all.map((assignment) => [assignment.key, assignment]));

  const otherKeys = new Map(division.territories.map(({ key, sameAs }) => [sameAs, key]));
  const assignments = given.map((assignment) => {
    const key = parseTerritoryKey(assignment.territory)?.key ?? assignment.territory;
    return { ...assignment, territory: otherKeys.get(key) ?? key };
  });
  const actors = await assignableActors(trx, today);
  const problems = checkAssignments(assignments, { division, stored, actors });
  if (problems.length > 0) throw new InputProblems('the assignments are not saved', problems);

  const put = assignments.map((assignment) =>
    putRecord(stored.get(assignment.key) ?? null, { ...assignment, district, revision }, assignmentRow),
  );
  const changed = put.filter(isChanged).map(({ after }) => assignmentRow(after));
  if (changed.length > 0) await rows(PUT, [JSON.stringify(changed)]);
  return put;
}

function assignmentRow(assignment: StoredAssignment) {
  const { district, key, task, territory, actor, role, from, until, revision } = assignment;
  return {
    district_key: district,
    key,
    task_key: task,
    territory_kind: parseTerritoryKey(territory)?.kind ?? null,
    territory_key: territory,
    actor_key: actor,
    role,
    valid_from: from,
    valid_until: until,
    revision,
  };
}

const PUT = `
insert into task_assignment (
  district_key, key, task_key, territory_kind, territory_key, actor_key, role, valid_from, valid_until, revision
)
select district_key, key, task_key, territory_kind, territory_key, actor_key, role, valid_from, valid_until, revision
from json_to_recordset($1::json) as w (
  district_key text, key text, task_key text, territory_kind text, territory_key text, actor_key text, role text,
  valid_from date, valid_until date, revision int
)
on conflict (district_key, key) do update
  set task_key = excluded.task_key, territory_kind = excluded.territory_kind, territory_key = excluded.territory_key,
    actor_key = excluded.actor_key, role = excluded.role, valid_from = excluded.valid_from, valid_until = excluded.valid_until,
    revision = excluded.revision`;
