import { actionProgress } from '../concept/action-progress.ts';
import { actionsOf, type ConceptVersion } from '../concept/concept-version.ts';
import type { DueRow } from './due-entry.ts';

/**
 * The actions of concepts that are to be done by a day and are not, as they are on the day `on`: one row for each actor that carries an action out, so that
 * each finds its own; one without an actor where nobody does. The number of the version is no part of the key: an action that goes over into the
 * next version stays the same.
 */
export function dueActions(concepts: readonly ConceptVersion[], on: string): readonly DueRow[] {
  return concepts.flatMap((concept) =>
    actionsOf(concept).flatMap(({ action }) => {
      const { key, title, until, actors } = action;
      const progress = actionProgress(action, on);
      if (until === null || (progress !== 'ON_TIME' && progress !== 'OVERDUE')) return [];
      const row = { key: `${concept.concept}/${key}`, title, day: until, territory: concept.district };
      return (actors.length === 0 ? [null] : actors).map((actor) => ({ ...row, actor }));
    }),
  );
}
