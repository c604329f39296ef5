import { type ActionReport, type ConceptVersion, conceptChanges } from '@kreisweit/domain';
import { storedActions } from './stored-actions.ts';
import type { StoredConcept } from './stored-concept.ts';

/** True where a version says what is stored already, how far its actions are included. */
export function isSameConcept(stored: StoredConcept, version: ConceptVersion): boolean {
  if (conceptChanges(stored, version).length > 0) return false;
  const reports = storedActions(version);
  return storedActions(stored).every((action, at) => {
    const report = reports[at];
    return report !== undefined && isSameReport(action, report);
  });
}

/** True where two reports of an action say the same. */
export function isSameReport(one: ActionReport, other: ActionReport): boolean {
  return one.status === other.status && one.doneOn === other.doneOn && one.reason === other.reason;
}
