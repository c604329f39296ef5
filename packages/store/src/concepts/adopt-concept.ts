import { type Acting, adoptionProblems, InputProblems } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import type { StoreSchema } from '../store-schema.ts';
import { type ConceptAddress, withShortDistrict } from './concept-address.ts';
import { conceptChange } from './concept-change.ts';
import { requireConceptRevision } from './require-concept-revision.ts';
import type { StoredConcept } from './stored-concept.ts';
import { storedConceptOf } from './stored-concept-of.ts';
import { writeConcepts } from './write-concepts.ts';

/** By which round of which joint decision of its district a version is adopted; `expectedRevision` is that of the draft that was seen. */
export type Adoption = {
  readonly concept: ConceptAddress;
  readonly decision: { readonly key: string; readonly round: number };
  readonly expectedRevision: number;
};

/**
 * Adopts a draft by a joint decision of its district that was carried, from the day of the decision on. Throws NotAllowed, InputProblems (fields `concept` and
 * `decision`) with all that speaks against it, and a RevisionConflict where the draft was changed since.
 */
export async function adoptConcept(
  store: Store,
  acting: Acting,
  { concept: given, decision: { key, round }, expectedRevision }: Adoption,
): Promise<StoredConcept> {
  const address = withShortDistrict(given);
  return auditedChange(store, acting, async (rows, trx) => {
    const about = [{ kind: 'territory', key: address.district }] as const;
    const role = await requireAllowed(rows, acting, 'MANAGE_CONCEPT', about);
    const { concept, versions } = await storedConceptOf(trx, address);
    const carriedOn = await dayOfDecision(trx, { district: address.district, key, round });
    const problems = adoptionProblems(concept, { key, round, carriedOn }, versions);
    if (carriedOn === null || problems.length > 0) throw notAdopted(problems);
    requireConceptRevision(address, concept, expectedRevision);
    const adoption = { adoptedBy: key, adoptedRound: round, adoptedOn: carriedOn };
    const result = { ...concept, ...adoption, revision: concept.revision + 1 };
    await writeConcepts(rows, trx, [result]).catch(adoptsAnother);
    return { role, change: conceptChange('concept.adopted', concept, result), result };
  });
}

/** The day (ISO) on which a decision was carried; null where it was not or there is none. */
async function dayOfDecision(
  trx: Kysely<StoreSchema>,
  { district, key, round }: { readonly district: string; readonly key: string; readonly round: number },
): Promise<string | null> {
  const { rows } = await sql<{ endedOn: string }>`
    select d.ended_on::text as "endedOn"
    from joint_decision d
    where d.district_key = ${district} and d.key = ${key} and d.round = ${round} and d.state = 'ADOPTED'`.execute(
    trx,
  );
  return rows[0]?.endedOn ?? null;
}

/** Somebody had the same decision adopt another version at the same time: the tables hold it to one. */
function adoptsAnother(error: unknown): never {
  const isRepeated = error instanceof Error && 'code' in error && error.code === '23505';
  if (!isRepeated) throw error;
  const message = 'the joint decision has adopted another version just now: name another one';
  throw notAdopted([{ field: 'decision', rule: 'DUPLICATE', message }]);
}

function notAdopted(problems: InputProblems['problems']): InputProblems {
  return new InputProblems('the concept is not adopted', problems);
}
