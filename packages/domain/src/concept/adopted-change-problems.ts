import type { CooperationProblem } from '../task/cooperation-problem.ts';
import { conceptChanges } from './concept-changes.ts';
import type { ConceptVersion } from './concept-version.ts';

/** What of a version that is adopted would change although it may not: everything but how far its actions are. */
export function adoptedChangeProblems(
  before: ConceptVersion,
  after: ConceptVersion,
): readonly CooperationProblem[] {
  if (before.adoptedOn === null) return [];
  const message = `version ${before.number} is adopted and stays as it is: copy it as a draft and change that`;
  return conceptChanges(before, after).map((field) => ({ field, rule: 'CONFLICT', message }));
}
