import { type Acting, InputProblems } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { type ConceptAddress, withShortDistrict } from './concept-address.ts';
import { conceptChange } from './concept-change.ts';
import { conceptsByAddress } from './concepts-by-address.ts';
import { requireConceptRevision } from './require-concept-revision.ts';
import type { StoredConcept } from './stored-concept.ts';
import { storedConceptOf } from './stored-concept-of.ts';

/** Which draft to remove, of the revision that was seen. */
export type RemovedDraft = { readonly concept: ConceptAddress; readonly expectedRevision: number };

/**
 * Removes a draft that is not wanted, and answers what it was; the audit trail keeps it. Throws NotAllowed, InputProblems (field `concept`) where there is none or
 * it is adopted, and a RevisionConflict where it was changed since.
 */
export async function removeConceptDraft(
  store: Store,
  acting: Acting,
  { concept: given, expectedRevision }: RemovedDraft,
): Promise<StoredConcept> {
  const address = withShortDistrict(given);
  return auditedChange(store, acting, async (rows, trx) => {
    const about = [{ kind: 'territory', key: address.district }] as const;
    const role = await requireAllowed(rows, acting, 'MANAGE_CONCEPT', about);
    const { concept } = await storedConceptOf(trx, address);
    requireDraft(concept);
    requireConceptRevision(address, concept, expectedRevision);
    const { district, concept: key, number } = address;
    const removed = await rows(REMOVE, [district, key, number, expectedRevision]);
    if (removed.length === 0) {
      const [now = null] = await conceptsByAddress(trx, [address]);
      requireConceptRevision(address, now, expectedRevision);
    }
    return { role, change: conceptChange('concept.removed', concept, null), result: concept };
  });
}

function requireDraft({ number, adoptedOn }: StoredConcept): void {
  if (adoptedOn === null) return;
  const message = `version ${number} is adopted since ${adoptedOn} and stays: have another version adopted that replaces it`;
  throw new InputProblems('nothing is removed', [{ field: 'concept', rule: 'CONFLICT', message }]);
}

/** All that the draft consists of goes with it. */
const REMOVE = `
delete from concept_version
where district_key = $1 and concept_key = $2 and number = $3 and revision = $4 and adopted_on is null
returning number`;
