import { RevisionConflict } from '@kreisweit/domain';
import { type ConceptAddress, conceptText } from './concept-address.ts';

/** Throws a RevisionConflict where what is stored of a version is not what somebody saw; 0 is nothing. */
export function requireConceptRevision(
  address: ConceptAddress,
  stored: { readonly revision: number } | null,
  expectedRevision: number,
): void {
  const revision = stored?.revision ?? 0;
  if (revision === expectedRevision) return;
  throw new RevisionConflict({ kind: 'concept', key: conceptText(address) }, { expectedRevision, revision });
}
