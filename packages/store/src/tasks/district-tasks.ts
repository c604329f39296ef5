import { integrationTasks, tasksOfDistrict } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import type { TaskInDistrict } from './stored-task.ts';
import { type TaskRecords, taskRecords } from './task-records.ts';

/** The tasks of districts (their keys), in the order of the districts: the catalogue as it is there, then their own by key. One statement. */
export async function districtTasks(
  db: Kysely<StoreSchema>,
  { districts }: { readonly districts: readonly string[] },
): Promise<readonly (readonly TaskInDistrict[])[]> {
  const records = await taskRecords(db, { districts });
  return records.map((each, index) => tasksWithRecords(districts[index] ?? '', each));
}

/** The tasks of a district, from what it says about them. */
export function tasksWithRecords(
  district: string,
  { own, overrides }: TaskRecords,
): readonly TaskInDistrict[] {
  const overrideOf = new Map(overrides.map((override) => [override.task, override]));
  const revisionOf = new Map(own.map(({ key, revision }) => [key, revision]));
  return tasksOfDistrict(district, [...integrationTasks, ...own], overrides).map((task) => ({
    ...task,
    shownIn: district,
    override: overrideOf.get(task.key) ?? null,
    revision: task.district === null ? null : (revisionOf.get(task.key) ?? null),
  }));
}
