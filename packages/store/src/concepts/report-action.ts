import {
  type Acting,
  type ActionReport,
  actionReportProblems,
  InputProblems,
  RevisionConflict,
} from '@kreisweit/domain';
import type { About } from '../access/about.ts';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import { todayInGermany } from '../decisions/today.ts';
import type { Store } from '../open-store.ts';
import { type ConceptAddress, withShortDistrict } from './concept-address.ts';
import { isSameReport } from './same-concept.ts';
import { storedActions } from './stored-actions.ts';
import type { StoredAction, StoredConcept } from './stored-concept.ts';
import { storedConceptOf } from './stored-concept-of.ts';
import { actionText, writeActionReports } from './write-action-reports.ts';

/** How far an action (its key) of an adopted version is; `expectedRevision` is that of the action. `today` is an ISO day, that in Germany when left out. */
export type ActionReportInput = {
  readonly concept: ConceptAddress;
  readonly action: string;
  readonly report: ActionReport;
  readonly expectedRevision: number;
  readonly today?: string | undefined;
};

/** What a report of an action is about: the district, and the actors that carry it out. */
export function aboutAction({ concept, action }: Pick<ActionReportInput, 'concept' | 'action'>): About {
  return { kind: 'action', ...withShortDistrict(concept), action };
}

/**
 * Says how far an action of an adopted version is: all that changes of it. The coordination of the district may, and whoever represents an actor that
 * carries it out. Throws NotAllowed, InputProblems (fields `concept`, `action`, `report.doneOn`), and a RevisionConflict where somebody reported since.
 */
export async function reportAction(
  store: Store,
  acting: Acting,
  { concept: given, action: key, report, expectedRevision, today = todayInGermany() }: ActionReportInput,
): Promise<StoredConcept> {
  const address = withShortDistrict(given);
  return auditedChange(store, acting, async (rows, trx) => {
    const about = aboutAction({ concept: address, action: key });
    const role = await requireAllowed(rows, acting, 'REPORT_ACTION', [about]);
    const { concept } = await storedConceptOf(trx, address);
    const before = storedActions(concept).find((action) => action.key === key);
    if (before === undefined || concept.adoptedOn === null) throw notReported(address, key, concept);
    const problems = actionReportProblems(before, report, today).map((problem) => ({
      ...problem,
      field: `report.${problem.field}`,
    }));
    if (problems.length > 0) throw new InputProblems('the action stays as it is', problems);
    const subject = { kind: 'concept action', key: actionText(address, key) };
    if (before.revision !== expectedRevision) {
      throw new RevisionConflict(subject, { expectedRevision, revision: before.revision });
    }
    if (isSameReport(before, report)) return { role, change: null, result: concept };
    const action = { ...before, ...reportOf(report), revision: before.revision + 1 };
    await writeActionReports(rows, trx, [{ address, action }]);
    const change = {
      what: 'concept.actionReported',
      subject,
      districts: [address.district],
      before: reportOf(before),
      after: reportOf(action),
    };
    return { role, change, result: withAction(concept, action) };
  });
}

function notReported(address: ConceptAddress, key: string, concept: StoredConcept): InputProblems {
  const [field, rule, message] =
    concept.adoptedOn === null
      ? ['concept', 'CONFLICT', `version ${concept.number} is a draft: save it with how far its actions are`]
      : ['action', 'UNKNOWN', `there is no action ${actionText(address, key)}: look at the concept`];
  return new InputProblems('nothing is changed', [{ field, rule, message }]);
}

function reportOf({ status, doneOn, reason }: ActionReport): ActionReport {
  return { status, doneOn, reason };
}

function withAction(concept: StoredConcept, action: StoredAction): StoredConcept {
  const fields = concept.fields.map((field) => ({
    ...field,
    goals: field.goals.map((goal) => ({
      ...goal,
      actions: goal.actions.map((one) => (one.key === action.key ? action : one)),
    })),
  }));
  return { ...concept, fields };
}
