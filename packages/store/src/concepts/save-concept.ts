import { type Acting, type ConceptVersion, type CooperationProblem, InputProblems } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { withShortDistrict } from './concept-address.ts';
import { conceptChange } from './concept-change.ts';
import { conceptVersions } from './concept-versions.ts';
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
 * that is adopted is refused, and so is a new one whose number is not the next.
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
    const versions = await conceptVersions(trx, [draft]);
    const before = versions.find(({ number }) => number === draft.number) ?? null;
    if (before !== null) requireDraft(before);
    const isNew = before === null && expectedRevision === 0;
    const misnumbered = isNew ? numberProblems(draft, versions) : [];
    const concept = { ...draft, adoptedBy: null, adoptedRound: null, adoptedOn: null };
    const [put] = await putConcepts(rows, trx, { given: [{ concept, expectedRevision }], today }).catch(
      (error: unknown) => aboutTheArgument(error, misnumbered),
    );
    if (misnumbered.length > 0) throw notSaved(misnumbered);
    if (put === undefined) throw new RangeError('one version was put, and none came back');
    return { role, change: conceptChange('concept.saved', put.before, put.after), result: put.after };
  });
}

function requireDraft(before: StoredConcept): void {
  if (before.adoptedOn === null) return;
  const message = `version ${before.number} is adopted since ${before.adoptedOn} and stays as it is: copy it as a draft and change that`;
  throw notSaved([{ field: 'concept.number', rule: 'CONFLICT', message }]);
}

/** Versions are counted without gaps. What is no number of a version at all is told with the rest. */
function numberProblems(
  { number }: DraftConcept,
  versions: readonly StoredConcept[],
): readonly CooperationProblem[] {
  const next = Math.max(0, ...versions.map((version) => version.number)) + 1;
  if (number === next || !Number.isInteger(number) || number < 1) return [];
  const message = `the next version of this concept is ${next}, not ${number}: write ${next}`;
  return [{ field: 'concept.number', rule: 'ORDER', message }];
}

function aboutTheArgument(error: unknown, others: readonly CooperationProblem[]): never {
  if (!(error instanceof InputProblems)) throw error;
  const problems = error.problems.map(({ field = '', ...problem }) => ({
    ...problem,
    field: field.replace(/^concepts\.0/, 'concept'),
  }));
  throw notSaved([...others, ...problems]);
}

function notSaved(problems: InputProblems['problems']): InputProblems {
  return new InputProblems('the concept is not saved', problems);
}
