import { type Acting, copyAsDraft, InputProblems } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { type ConceptAddress, withShortDistrict } from './concept-address.ts';
import { conceptChange } from './concept-change.ts';
import { revisedConcept } from './revised-concept.ts';
import type { StoredConcept } from './stored-concept.ts';
import { storedConceptOf } from './stored-concept-of.ts';
import { writeConcepts } from './write-concepts.ts';

/**
 * Makes a new draft, the next version, with the content of a version as it is now. Throws NotAllowed, InputProblems (field `concept`) where there is no such version
 * or a draft already, and a RevisionConflict where somebody made the next one at the same time.
 */
export async function copyConceptAsDraft(
  store: Store,
  acting: Acting,
  given: ConceptAddress,
): Promise<StoredConcept> {
  const address = withShortDistrict(given);
  return auditedChange(store, acting, async (rows, trx) => {
    const about = [{ kind: 'territory', key: address.district }] as const;
    const role = await requireAllowed(rows, acting, 'MANAGE_CONCEPT', about);
    const { concept, versions } = await storedConceptOf(trx, address);
    requireNoDraft(versions);
    const next = Math.max(...versions.map(({ number }) => number)) + 1;
    const draft = revisedConcept(copyAsDraft(concept, next), null);
    await writeConcepts(rows, trx, [draft]);
    return { role, change: conceptChange('concept.copied', null, draft), result: draft };
  });
}

function requireNoDraft(versions: readonly StoredConcept[]): void {
  const draft = versions.find(({ adoptedOn }) => adoptedOn === null);
  if (draft === undefined) return;
  const message = `version ${draft.number} of this concept is a draft already: change that, or remove it first`;
  throw new InputProblems('nothing is copied', [{ field: 'concept', rule: 'CONFLICT', message }]);
}
