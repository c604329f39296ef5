import type { IntegrationTask } from './integration-task.ts';
import type { TaskAssignment } from './task-assignment.ts';
import { taskMatrix } from './task-matrix.ts';
import type { TaskTerritory } from './task-territory.ts';

/** A task for which nobody is responsible, at the territory where somebody is expected: a municipality, or the district for its own tasks. */
export type TaskGap = { readonly task: string; readonly territory: string };

/**
 * Where nobody is responsible on a day: neither for the municipality itself nor for what covers it (`coveringKeys`). Every municipality
 * of `territories` and every task of `tasks` is asked about; a kreisfreie Stadt is one. What a district carries for its municipalities and is
 * missing in some or all of them is one gap, at the district: the table is at `taskCoverageTitles`.
 */
export function taskGaps(
  assignments: readonly TaskAssignment[],
  territories: readonly TaskTerritory[],
  tasks: readonly IntegrationTask[],
  on: string,
): readonly TaskGap[] {
  return taskMatrix(assignments, territories, tasks, on)
    .filter(({ coverage }) => coverage === 'GAP')
    .map(({ task, territory }) => ({ task, territory }));
}
