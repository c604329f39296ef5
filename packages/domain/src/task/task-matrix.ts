import type { LocalisedText } from '../localised-text.ts';
import { coveringKeys } from './covering-keys.ts';
import type { IntegrationTask } from './integration-task.ts';
import { type TaskAssignment, taskRoles } from './task-assignment.ts';
import type { TaskTerritory } from './task-territory.ts';
import { isValidOn } from './validity.ts';

/**
 * Whether somebody answers for a task in a place, with names for people.
 *
 * - `OWN`: somebody is responsible for this very territory
 * - `COVERED`: somebody is for what covers it
 * - `GAP`: nobody is, in a municipality
 * - `NOT_EXPECTED`: nobody is, in an association or a district: the gap, if it is one, is in the municipalities
 */
export const taskCoverageTitles = Object.freeze({
  OWN: { de: 'Vor Ort geregelt', en: 'Settled here' },
  COVERED: { de: 'Durch Verband oder Landkreis geregelt', en: 'Settled by association or district' },
  GAP: { de: 'Niemand verantwortlich', en: 'Nobody responsible' },
  NOT_EXPECTED: { de: 'Hier nicht erwartet', en: 'Not expected here' },
} satisfies Record<string, LocalisedText>);

export type TaskCoverage = keyof typeof taskCoverageTitles;

/** One task in one territory: all assignments that count there, the nearest territory first, within it by role. */
export type TaskCell<Assignment extends TaskAssignment = TaskAssignment> = {
  readonly task: string;
  readonly territory: string;
  readonly coverage: TaskCoverage;
  readonly assignments: readonly Assignment[];
};

/**
 * Who does what where on a day: a cell for each territory and task, in the order of both lists. Assignments of tasks or territories that are
 * not in the lists are left out.
 */
export function taskMatrix<Assignment extends TaskAssignment>(
  assignments: readonly Assignment[],
  territories: readonly TaskTerritory[],
  tasks: readonly IntegrationTask[],
  on: string,
): readonly TaskCell<Assignment>[] {
  const held = Map.groupBy(
    assignments.filter((assignment) => isValidOn(assignment, on)),
    ({ task, territory }) => placeId(task, territory),
  );
  return territories.flatMap((territory) =>
    tasks.map(({ key: task, level }) => {
      const here = coveringKeys(territory, level).flatMap((key) =>
        (held.get(placeId(task, key)) ?? []).toSorted(byRole),
      );
      return { task, territory: territory.key, coverage: coverageOf(here, territory), assignments: here };
    }),
  );
}

function placeId(task: string, territory: string): string {
  return `${territory} ${task}`;
}

function coverageOf(here: readonly TaskAssignment[], { key, sameAs, kind }: TaskTerritory): TaskCoverage {
  const responsible = here.filter(({ role }) => role === 'RESPONSIBLE');
  if (responsible.some(({ territory }) => territory === key || territory === sameAs)) return 'OWN';
  if (responsible.length > 0) return 'COVERED';
  return kind === 'municipality' || sameAs !== null ? 'GAP' : 'NOT_EXPECTED';
}

function byRole(one: TaskAssignment, other: TaskAssignment): number {
  return taskRoles.indexOf(one.role) - taskRoles.indexOf(other.role) || (one.key < other.key ? -1 : 1);
}
