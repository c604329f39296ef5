import { type ActionProgress, actionProgress, actionProgresses } from './action-progress.ts';
import type { ConceptAction } from './concept-action.ts';
import { actionsOf, type ConceptVersion } from './concept-version.ts';

/** How many actions stand how. They add up to `total`. */
export type ProgressCounts = Readonly<Record<ActionProgress, number>> & { readonly total: number };

/** The progress of a version of the concept: of all of its actions, and of those of each field of action. */
export type ConceptProgress = {
  readonly all: ProgressCounts;
  readonly fields: readonly { readonly field: string; readonly actions: ProgressCounts }[];
};

/** How the actions of a version stand on a day. */
export function conceptProgress(version: ConceptVersion, on: string): ConceptProgress {
  const actions = actionsOf(version);
  return {
    all: actionCounts(
      actions.map(({ action }) => action),
      on,
    ),
    fields: version.fields.map((field) => ({
      field: field.key,
      actions: actionCounts(
        field.goals.flatMap((goal) => goal.actions),
        on,
      ),
    })),
  };
}

/** How actions stand on a day. */
export function actionCounts(actions: readonly ConceptAction[], on: string): ProgressCounts {
  const standing = actions.map((action) => actionProgress(action, on));
  const counts = actionProgresses.map((progress) => [
    progress,
    standing.filter((one) => one === progress).length,
  ]);
  return { ...(Object.fromEntries(counts) as Record<ActionProgress, number>), total: actions.length };
}
