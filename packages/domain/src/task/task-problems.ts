import { checkKey, checkKnown, checkText, checkUnique } from './cooperation-checks.ts';
import { type CooperationProblem, collectProblems } from './cooperation-problem.ts';
import type { IntegrationTask } from './integration-task.ts';
import type { TaskOverride } from './tasks-of-district.ts';

/** What is wrong with a list of tasks, all of it: keys, texts, and two tasks of one key where both apply. */
export function taskProblems(tasks: readonly IntegrationTask[]): readonly CooperationProblem[] {
  return collectProblems((refuse) => {
    const catalogue = new Map(
      tasks.filter(({ district }) => district === null).map((task) => [task.key, task]),
    );
    for (const [index, task] of tasks.entries()) {
      const field = `tasks.${index}`;
      checkKey(refuse, `${field}.key`, task.key);
      checkText(refuse, `${field}.title`, task.title);
      checkText(refuse, `${field}.description`, task.description);
      if (task.stateLaw !== null) checkText(refuse, `${field}.stateLaw`, task.stateLaw);
      if (task.district !== null && catalogue.has(task.key)) {
        const message = `the catalogue has a task '${task.key}': override it, or choose another key`;
        refuse(`${field}.key`, 'CONFLICT', message);
      }
    }
    const keys = tasks.map(({ district, key }) => (district === null ? key : `${district}/${key}`));
    checkUnique(refuse, keys, (index) => `tasks.${index}.key`);
  });
}

/** What is wrong with overrides of tasks, all of it. `tasks` are those that exist. */
export function taskOverrideProblems(
  overrides: readonly TaskOverride[],
  tasks: readonly IntegrationTask[],
): readonly CooperationProblem[] {
  const known = new Set(tasks.filter(({ district }) => district === null).map(({ key }) => key));
  return collectProblems((refuse) => {
    for (const [index, { task, obligation, level, reason }] of overrides.entries()) {
      const field = `overrides.${index}`;
      checkKnown(refuse, `${field}.task`, task, known, 'task in the catalogue');
      checkText(refuse, `${field}.reason`, reason);
      if (obligation === null && level === null) {
        refuse(field, 'REQUIRED', 'it changes nothing: give an obligation or a level, or leave it out');
      }
    }
    const keys = overrides.map(({ district, task }) => `${district}/${task}`);
    checkUnique(refuse, keys, (index) => `overrides.${index}.task`);
  });
}
