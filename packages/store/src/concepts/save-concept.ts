import { type Acting, type ConceptVersion, InputProblems } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { withShortDistrict } from './concept-address.ts';
import { conceptChange } from './concept-change.ts';
import { conceptsByAddress } from './concepts-by-address.ts';
import { putConcepts } from './put-concepts.ts';
import type { StoredConcept } from './stored-concept.ts';

/** A draft of a version as people write it. */
export type DraftConcept = Omit<ConceptVersion, 'adoptedBy' | 'adoptedRound' | 'adoptedOn'>;

/** A draft to save, and the revision that was seen, 0 where it is new; `today` is an ISO day, that in Germany when left out. */
export type ConceptInput = {
  readonly concept: DraftConcept;
  readonly expectedRevision: number;
  readonly today?: string | undefined;
};

/**
 * Saves a draft of a version of a concept. Throws NotAllowed, RevisionConflict, and InputProblems with fields like `concept.fields.0.title.de`; a version
 * that is adopted is refused.
 */
export async function saveConcept(
  store: Store,
  acting: Acting,
  { concept: given, expectedRevision, today }: ConceptInput,
): Promise<StoredConcept> {
  const draft = withShortDistrict(given);
  return auditedChange(store, acting, async (rows, trx) => {
    const about = [{ kind: 'territory', key: draft.district }] as const;
    const role = await requireAllowed(rows, acting, 'MANAGE_CONCEPT', about);
    if (Number.isInteger(draft.number)) await requireDraft(conceptsByAddress(trx, [draft]));
    const concept = { ...draft, adoptedBy: null, adoptedRound: null, adoptedOn: null };
    const [put] = await putConcepts(rows, trx, { given: [{ concept, expectedRevision }], today }).catch(
      aboutTheArgument,
    );
    if (put === undefined) throw new RangeError('one version was put, and none came back');
    return { role, change: conceptChange('concept.saved', put.before, put.after), result: put.after };
  });
}

async function requireDraft(stored: Promise<readonly (StoredConcept | null)[]>): Promise<void> {
  const [before = null] = await stored;
  if (before === null || before.adoptedOn === null) return;
  const message = `version ${before.number} is adopted since ${before.adoptedOn} and stays as it is: copy it as a draft and change that`;
  throw new InputProblems('the concept is not saved', [
    { field: 'concept.number', rule: 'CONFLICT', message },
  ]);
}

function aboutTheArgument(error: unknown): never {
  if (!(error instanceof InputProblems)) throw error;
  const problems = error.problems.map(({ field = '', ...problem }) => ({
    ...problem,
    field: field.replace(/^concepts\.0/, 'concept'),
  }));
  throw new InputProblems('the concept is not saved', problems);
}
