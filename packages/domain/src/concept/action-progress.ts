import type { LocalisedText } from '../localised-text.ts';
import type { ConceptAction } from './concept-action.ts';

/**
 * How an action stands on a day, with names for people.
 *
 * - `ON_TIME`: not done, and its end has not passed (or it has none)
 * - `OVERDUE`: not done, and its end has passed
 * - `DONE_ON_TIME`, `DONE_LATE`: done by its end, or after it
 * - `DONE_UNDATED`: done, and it is not known when
 * - `STOPPED`: given up, for a reason
 */
export const actionProgressTitles = Object.freeze({
  ON_TIME: { de: 'Im Zeitplan', en: 'On time' },
  OVERDUE: { de: 'Überfällig', en: 'Overdue' },
  DONE_ON_TIME: { de: 'Fristgerecht umgesetzt', en: 'Done on time' },
  DONE_LATE: { de: 'Verspätet umgesetzt', en: 'Done late' },
  DONE_UNDATED: { de: 'Umgesetzt, Datum unbekannt', en: 'Done, date not known' },
  STOPPED: { de: 'Eingestellt', en: 'Stopped' },
} satisfies Record<string, LocalisedText>);

export type ActionProgress = keyof typeof actionProgressTitles;

/** All of them, in their order. */
export const actionProgresses = Object.freeze(Object.keys(actionProgressTitles)) as readonly ActionProgress[];

/**
 * How an action stands on a day. What was done after this day was not done on it. On the last day it is still on time; one without
 * an end is never overdue and never late.
 */
export function actionProgress(
  { status, until, doneOn }: Pick<ConceptAction, 'status' | 'until' | 'doneOn'>,
  on: string,
): ActionProgress {
  if (status === 'STOPPED') return 'STOPPED';
  if (status === 'DONE' && doneOn === null) return 'DONE_UNDATED';
  if (status === 'DONE' && doneOn !== null && doneOn <= on) {
    return until === null || doneOn <= until ? 'DONE_ON_TIME' : 'DONE_LATE';
  }
  return until !== null && until < on ? 'OVERDUE' : 'ON_TIME';
}
