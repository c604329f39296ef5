import { assignmentProblems, type CooperationProblem, type TaskAssignment } from '@kreisweit/domain';
import type { AssignableActors } from './assignable-actors.ts';
import type { DivisionOfTasks } from './division-of-tasks.ts';
import type { StoredAssignment } from './stored-assignment.ts';

/**
 * What is wrong with assignments of a district beside all that are `stored` there; see `assignmentProblems`. What a stored one names already may stay,
 * also where it is not there any more: an old assignment can still be mended.
 */
export function checkAssignments(
  assignments: readonly TaskAssignment[],
  {
    division: { tasks, territories },
    stored,
    actors,
  }: {
    readonly division: DivisionOfTasks;
    readonly stored: ReadonlyMap<string, StoredAssignment>;
    readonly actors: AssignableActors;
  },
): readonly CooperationProblem[] {
  const named = new Set(assignments.map(({ key }) => key));
  const problems = assignmentProblems(assignments, {
    tasks: new Set(tasks.map(({ key }) => key)),
    territories: new Set(territories.map(({ key }) => key)),
    actors: actors.active,
    beside: [...stored.values()].filter(({ key }) => !named.has(key)),
  });
  return problems.flatMap((problem) => {
    const [, index, name] = problem.field.split('.');
    const assignment = assignments[Number(index)];
    if (problem.rule !== 'UNKNOWN' || assignment === undefined) return [problem];
    const before = stored.get(assignment.key);
    if (name === 'task' && before?.task === assignment.task) return [];
    if (name === 'territory' && before?.territory === assignment.territory) return [];
    if (name !== 'actor') return [problem];
    if (before?.actor === assignment.actor) return [];
    return [{ ...problem, message: actors.whyNot.get(assignment.actor) ?? problem.message }];
  });
}
