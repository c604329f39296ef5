import { checkKey, checkKnown, checkUnique, checkValidity } from './cooperation-checks.ts';
import { type CooperationProblem, collectProblems } from './cooperation-problem.ts';
import type { TaskAssignment } from './task-assignment.ts';
import { commonValidity } from './validity.ts';

/** The keys that assignments may name, and the assignments that stay `beside` them as they are. */
export type AssignmentReferences = {
  readonly tasks: ReadonlySet<string>;
  readonly territories: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  readonly beside?: readonly TaskAssignment[];
};

/**
 * What is wrong with assignments, all of it: keys, days, references, and the same actor twice for one task in one territory and role on
 * the same days, among them or `beside` them. Several actors in one role are no mistake (see `taskOverlaps`).
 */
export function assignmentProblems(
  assignments: readonly TaskAssignment[],
  { tasks, territories, actors, beside = [] }: AssignmentReferences,
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

    const named = assignments.map((assignment, index) => ({ assignment, name: `assignments.${index}` }));
    const stored = beside.map((assignment) => ({ assignment, name: `the assignment '${assignment.key}'` }));
    const same = Map.groupBy([...stored, ...named], ({ assignment }) => identityOf(assignment));
    for (const each of named) {
      const { assignment, name } = each;
      const others = same.get(identityOf(assignment)) ?? [];
      const earlier = others
        .slice(0, others.indexOf(each))
        .find((other) => commonValidity(assignment, other.assignment) !== null);
      if (earlier === undefined) continue;
      const message = `${earlier.name} says the same for some of its days: end one of them before the other begins`;
      refuse(`${name}.from`, 'DUPLICATE', message);
    }
  });
}

function identityOf({ task, territory, actor, role }: TaskAssignment): string {
  return [task, territory, actor, role].join(' ');
}
