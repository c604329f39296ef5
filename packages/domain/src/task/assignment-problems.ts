import { checkKey, checkKnown, checkUnique, checkValidity } from './cooperation-checks.ts';
import { type CooperationProblem, collectProblems } from './cooperation-problem.ts';
import type { TaskAssignment } from './task-assignment.ts';
import { commonValidity } from './validity.ts';

/** The keys that assignments may name. */
export type AssignmentReferences = {
  readonly tasks: ReadonlySet<string>;
  readonly territories: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
};

/**
 * What is wrong with assignments, all of it: keys, days, references, and the same actor twice for one task in one territory and role on
 * the same days. Several actors in one role are no mistake (see `taskOverlaps`).
 */
export function assignmentProblems(
  assignments: readonly TaskAssignment[],
  { tasks, territories, actors }: AssignmentReferences,
): readonly CooperationProblem[] {
  return collectProblems((refuse) => {
    for (const [index, assignment] of assignments.entries()) {
      const field = `assignments.${index}`;
      checkKey(refuse, `${field}.key`, assignment.key);
      checkKnown(refuse, `${field}.task`, assignment.task, tasks, 'task');
      checkKnown(refuse, `${field}.territory`, assignment.territory, territories, 'territory');
      checkKnown(refuse, `${field}.actor`, assignment.actor, actors, 'actor');
      checkValidity(refuse, field, assignment);
    }
    const keys = assignments.map(({ key }) => key);
    checkUnique(refuse, keys, (index) => `assignments.${index}.key`);

    const same = Map.groupBy(assignments.entries(), ([, { task, territory, actor, role }]) =>
      [task, territory, actor, role].join(' '),
    );
    for (const entries of same.values()) {
      for (const [place, [index, one]] of entries.entries()) {
        const earlier = entries.slice(0, place).find(([, other]) => commonValidity(one, other) !== null);
        if (earlier === undefined) continue;
        const message = `assignments.${earlier[0]} says the same for some of its days: end one of them before the other begins`;
        refuse(`assignments.${index}.from`, 'DUPLICATE', message);
      }
    }
  });
}
