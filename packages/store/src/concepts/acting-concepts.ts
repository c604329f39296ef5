import type { Acting } from '@kreisweit/domain';
import type { Store } from '../open-store.ts';
import { type Adoption, adoptConcept } from './adopt-concept.ts';
import type { ConceptAddress } from './concept-address.ts';
import { copyConceptAsDraft } from './copy-concept-as-draft.ts';
import { type RemovedDraft, removeConceptDraft } from './remove-concept-draft.ts';
import { type ActionReportInput, reportAction } from './report-action.ts';
import { type ConceptInput, saveConcept } from './save-concept.ts';
import type { StoredConcept } from './stored-concept.ts';

/** What somebody may do with the common concept. Each answers the version as it is then, or was. */
export type ActingConcepts = {
  readonly saveConcept: (input: ConceptInput) => Promise<StoredConcept>;
  readonly copyConceptAsDraft: (address: ConceptAddress) => Promise<StoredConcept>;
  readonly adoptConcept: (adoption: Adoption) => Promise<StoredConcept>;
  readonly removeConceptDraft: (removed: RemovedDraft) => Promise<StoredConcept>;
  readonly reportAction: (input: ActionReportInput) => Promise<StoredConcept>;
};

/** The common concept for somebody who acts. */
export function actingConcepts(store: Store, acting: Acting): ActingConcepts {
  return {
    saveConcept: (input) => saveConcept(store, acting, input),
    copyConceptAsDraft: (address) => copyConceptAsDraft(store, acting, address),
    adoptConcept: (adoption) => adoptConcept(store, acting, adoption),
    removeConceptDraft: (removed) => removeConceptDraft(store, acting, removed),
    reportAction: (input) => reportAction(store, acting, input),
  };
}
