import { InputProblems, type IntegrationTask, integrationTasks, taskProblems } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { Rows } from '../access/rows.ts';
import type { StoreSchema } from '../store-schema.ts';
import { nextTaskRevision } from './next-task-revision.ts';
import { isChanged, type PutRecord, putRecord } from './put-record.ts';
import { requireDistrict } from './require-district.ts';
import type { StoredTask } from './stored-task.ts';
import { taskRecords } from './task-records.ts';

/** A task that a district adds. */
export type OwnTask = Omit<IntegrationTask, 'district'>;

/**
 * Saves tasks of a district's own by their key, in the transaction that is open; those that are not named stay. Neither asks whether somebody may nor
 * adds to the audit trail. Throws InputProblems with fields like `tasks.0.title.de`.
 */
export async function putTasks(
  rows: Rows,
  trx: Kysely<StoreSchema>,
  { district, tasks }: { readonly district: string; readonly tasks: readonly OwnTask[] },
): Promise<readonly PutRecord<StoredTask>[]> {
  const revision = await nextTaskRevision(rows, district);
  await requireDistrict(rows, district);
  const [records] = await taskRecords(trx, { districts: [district] });
  const own = tasks.map((task) => ({ ...task, district }));
  const problems = taskProblems([...own, ...integrationTasks]);
  if (problems.length > 0) throw new InputProblems('the tasks are not saved', problems);

  const stored = new Map(records?.own.map((task) => [task.key, task]));
  const put = own.map((task) => putRecord(stored.get(task.key) ?? null, { ...task, revision }, taskRow));
  const changed = put.filter(isChanged).map(({ after }) => taskRow(after));
  if (changed.length > 0) await rows(PUT, [JSON.stringify(changed)]);
  return put;
}

function taskRow({ district, key, title, description, stateLaw, obligation, level, revision }: StoredTask) {
  return {
    district_key: district,
    key,
    title_de: title.de,
    title_en: title.en,
    description_de: description.de,
    description_en: description.en,
    obligation,
    level,
    state_law_de: stateLaw?.de ?? null,
    state_law_en: stateLaw?.en ?? null,
    revision,
  };
}

const PUT = `
insert into district_task (
  district_key, key, title_de, title_en, description_de, description_en, obligation, level, state_law_de, state_law_en, revision
)
select district_key, key, title_de, title_en, description_de, description_en, obligation, level, state_law_de, state_law_en, revision
from json_to_recordset($1::json) as w (
  district_key text, key text, title_de text, title_en text, description_de text, description_en text, obligation text, level text,
  state_law_de text, state_law_en text, revision int
)
on conflict (district_key, key) do update
  set title_de = excluded.title_de, title_en = excluded.title_en, description_de = excluded.description_de,
    description_en = excluded.description_en, obligation = excluded.obligation, level = excluded.level,
    state_law_de = excluded.state_law_de, state_law_en = excluded.state_law_en, revision = excluded.revision`;
