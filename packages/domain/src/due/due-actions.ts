import { actionProgress } from '../concept/action-progress.ts';
import type { ConceptAction } from '../concept/concept-action.ts';
import type { DueRow } from './due-entry.ts';

/** An action of a concept (key) of a district (key), in the version (number) that is in force. */
export type ActionInForce = Pick<
  ConceptAction,
  'key' | 'title' | 'until' | 'actors' | 'status' | 'doneOn'
> & {
  readonly district: string;
  readonly concept: string;
  readonly number: number;
};

/**
 * The actions of concepts that are to be done by a day and are not, as they are on the day `on`: one row for each actor that carries an action out, so that
 * each finds its own; one without an actor where nobody does. The number of the version is no part of the key: an action that goes over into the
 * next version stays the same.
 */
export function dueActions(actions: readonly ActionInForce[], on: string): readonly DueRow[] {
  return actions.flatMap((action) => {
    const { district, concept, number, key, title, until, actors } = action;
    const progress = actionProgress(action, on);
    if (until === null || (progress !== 'ON_TIME' && progress !== 'OVERDUE')) return [];
    const row = {
      district,
      asked: 'FINISH',
      subject: { kind: 'concept', key: `${district}/${concept}/${number}` },
      key: `${concept}/${key}`,
      title: { de: `Maßnahme endet: ${title.de}`, en: `Action ends: ${title.en}` },
      day: until,
      territory: district,
    } as const;
    return (actors.length === 0 ? [null] : actors).map((actor) => ({ ...row, actor }));
  });
}
