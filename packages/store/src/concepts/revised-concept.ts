import type { ConceptVersion } from '@kreisweit/domain';
import { isSameConcept, isSameReport } from './same-concept.ts';
import { storedActions } from './stored-actions.ts';
import type { StoredConcept } from './stored-concept.ts';

/**
 * A version with the revisions under which it is to be stored, after what is stored of it (null = nothing): the very same object where nothing is different. An
 * action whose report changes gets a new revision; of an adopted version nothing else changes.
 */
export function revisedConcept(version: ConceptVersion, before: StoredConcept | null): StoredConcept {
  if (before === null) return withRevisions(version, null, 1);
  if (isSameConcept(before, version)) return before;
  return withRevisions(version, before, before.revision + (before.adoptedOn === null ? 1 : 0));
}

function withRevisions(
  version: ConceptVersion,
  before: StoredConcept | null,
  revision: number,
): StoredConcept {
  const stored = new Map(
    (before === null ? [] : storedActions(before)).map((action) => [action.key, action]),
  );
  const fields = version.fields.map((field) => ({
    ...field,
    goals: field.goals.map((goal) => ({
      ...goal,
      actions: goal.actions.map((action) => {
        const known = stored.get(action.key);
        if (known === undefined) return { ...action, revision: 1 };
        return { ...action, revision: known.revision + (isSameReport(known, action) ? 0 : 1) };
      }),
    })),
  }));
  return { ...version, fields, revision };
}
