import { isDay } from '../due/day.ts';
import { checkDay } from '../task/cooperation-checks.ts';
import { type CooperationProblem, collectProblems, type Refuse } from '../task/cooperation-problem.ts';
import type { ConceptAction } from './concept-action.ts';

/** How far an action is, as those who carry it out report it: all that changes of a version that is adopted. */
export type ActionReport = Pick<ConceptAction, 'status' | 'doneOn' | 'reason'>;

/** What is wrong with a report of an action, all of it, with fields like `doneOn`. `today` (ISO) is the day of the report. */
export function actionReportProblems(
  { from }: Pick<ConceptAction, 'from'>,
  report: ActionReport,
  today: string,
): readonly CooperationProblem[] {
  return collectProblems((refuse) => checkActionReport(refuse, '', { ...report, from }, today));
}

/** Refuses a state of an action that contradicts itself. `field` is the path of the action, '' for the input itself. */
export function checkActionReport(
  refuse: Refuse,
  field: string,
  { status, doneOn, reason, from }: ActionReport & Pick<ConceptAction, 'from'>,
  today: string,
): void {
  const path = field === '' ? '' : `${field}.`;
  checkDay(refuse, `${path}doneOn`, doneOn);
  if (status !== 'DONE' && doneOn !== null) {
    const message = `its status is ${status}: leave the day out, or say that it is DONE`;
    refuse(`${path}doneOn`, 'CONFLICT', message);
  }
  if (doneOn !== null && from !== null && isDay(doneOn) && isDay(from) && doneOn < from) {
    const message = `it was done on ${doneOn}, before it began on ${from}: mend one of the days`;
    refuse(`${path}doneOn`, 'ORDER', message);
  }
  if (doneOn !== null && isDay(doneOn) && doneOn > today) {
    refuse(`${path}doneOn`, 'ORDER', `${doneOn} is still to come: say that it is done when it is`);
  }
  if (status === 'STOPPED' && (reason === null || reason.trim() === '')) {
    refuse(`${path}reason`, 'REQUIRED', 'it was stopped: say why');
  }
  if (status !== 'STOPPED' && reason !== null) {
    const message = `its status is ${status}: leave the reason out, or say that it is STOPPED`;
    refuse(`${path}reason`, 'CONFLICT', message);
  }
}
