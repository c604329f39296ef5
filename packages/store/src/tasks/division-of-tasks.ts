import type { Kysely } from 'kysely';
import { type DistrictOnDay, districtParts } from '../read/district-parts.ts';
import type { StoreSchema } from '../store-schema.ts';
import { districtTasks } from './district-tasks.ts';
import type { StoredAssignment } from './stored-assignment.ts';
import type { TaskInDistrict } from './stored-task.ts';
import { taskAssignments } from './task-assignments.ts';
import { type NamedTerritory, taskTerritories } from './task-territories.ts';

/** Who does what where in a district on a day (ISO): its tasks, its territories with inhabitants, the assignments that hold. */
export type DivisionOfTasks = {
  readonly district: string;
  readonly on: string;
  readonly tasks: readonly TaskInDistrict[];
  readonly territories: readonly NamedTerritory[];
  readonly assignments: readonly StoredAssignment[];
};

/** The division of tasks in districts on their days, in the order that is asked for. Three statements. */
export async function divisionsOfTasks(
  db: Kysely<StoreSchema>,
  { asOf, districts }: { readonly asOf: number; readonly districts: readonly DistrictOnDay[] },
): Promise<readonly DivisionOfTasks[]> {
  const requests = districts.map(({ district, day }) => ({ district, on: day }));
  // One after the other: in a transaction they share a connection.
  const parts = await districtParts(db, { asOf, districts });
  const tasks = await districtTasks(db, { districts: districts.map(({ district }) => district) });
  const assignments = await taskAssignments(db, { requests });
  return requests.map(({ district, on }, index) => ({
    district,
    on,
    tasks: tasks[index] ?? [],
    territories: taskTerritories(district, parts[index] ?? []),
    assignments: assignments[index] ?? [],
  }));
}
