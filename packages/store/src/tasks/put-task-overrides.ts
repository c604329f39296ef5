import { InputProblems, integrationTasks, type TaskOverride, taskOverrideProblems } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { Rows } from '../access/rows.ts';
import type { StoreSchema } from '../store-schema.ts';
import { nextTaskRevision } from './next-task-revision.ts';
import { isChanged, type PutRecord, putRecord } from './put-record.ts';
import { requireDistrict } from './require-district.ts';
import type { StoredOverride } from './stored-task.ts';
import { taskRecords } from './task-records.ts';

/** How a task of the catalogue is in the district that says so. */
export type OwnOverride = Omit<TaskOverride, 'district'>;

/**
 * Saves how tasks of the catalogue are in a district, by their key, in the transaction that is open; those that are not named stay. Neither asks whether
 * somebody may nor adds to the audit trail. Throws InputProblems with fields like `overrides.0.reason.de`.
 */
export async function putTaskOverrides(
  rows: Rows,
  trx: Kysely<StoreSchema>,
  { district, overrides }: { readonly district: string; readonly overrides: readonly OwnOverride[] },
): Promise<readonly PutRecord<StoredOverride>[]> {
  const revision = await nextTaskRevision(rows, district);
  await requireDistrict(rows, district);
  const [records] = await taskRecords(trx, { districts: [district] });
  const own = overrides.map((override) => ({ ...override, district }));
  const problems = taskOverrideProblems(own, integrationTasks);
  if (problems.length > 0) throw new InputProblems('the overrides are not saved', problems);

  const stored = new Map(records?.overrides.map((override) => [override.task, override]));
  const put = own.map((each) => putRecord(stored.get(each.task) ?? null, { ...each, revision }, overrideRow));
  const changed = put.filter(isChanged).map(({ after }) => overrideRow(after));
  if (changed.length > 0) await rows(PUT, [JSON.stringify(changed)]);
  return put;
}

function overrideRow({ district, task, obligation, level, reason, revision }: StoredOverride) {
  return {
    district_key: district,
    task_key: task,
    obligation,
    level,
    reason_de: reason.de,
    reason_en: reason.en,
    revision,
  };
}

const PUT = `
insert into task_override (district_key, task_key, obligation, level, reason_de, reason_en, revision)
select district_key, task_key, obligation, level, reason_de, reason_en, revision
from json_to_recordset($1::json) as w (
  district_key text, task_key text, obligation text, level text, reason_de text, reason_en text, revision int
)
on conflict (district_key, task_key) do update
  set obligation = excluded.obligation, level = excluded.level, reason_de = excluded.reason_de, reason_en = excluded.reason_en,
    revision = excluded.revision`;
