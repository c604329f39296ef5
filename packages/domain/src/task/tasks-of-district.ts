import type { LocalisedText } from '../localised-text.ts';
import type { IntegrationTask, TaskLevel, TaskObligation } from './integration-task.ts';

/**
 * How a task is in one district, where it is other than in the catalogue: by the law of its Land, by statute or by agreement with its
 * municipalities. What is null stays; `reason` is shown with it.
 */
export type TaskOverride = {
  readonly district: string;
  readonly task: string;
  readonly obligation: TaskObligation | null;
  readonly level: TaskLevel | null;
  readonly reason: LocalisedText;
};

/** The tasks of a district: those of the catalogue as they are there, then its own. Of several overrides of a task the last counts. */
export function tasksOfDistrict(
  district: string,
  tasks: readonly IntegrationTask[],
  overrides: readonly TaskOverride[],
): readonly IntegrationTask[] {
  const here = new Map(
    overrides
      .filter((override) => override.district === district)
      .map((override) => [override.task, override]),
  );
  const catalogue = tasks.filter((task) => task.district === null);
  const own = tasks.filter((task) => task.district === district);
  return [...catalogue, ...own].map((task) => {
    const override = here.get(task.key);
    if (override === undefined) return task;
    return {
      ...task,
      obligation: override.obligation ?? task.obligation,
      level: override.level ?? task.level,
    };
  });
}
