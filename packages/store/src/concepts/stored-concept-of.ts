import { InputProblems } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { type ConceptAddress, conceptText } from './concept-address.ts';
import { conceptVersions } from './concept-versions.ts';
import type { StoredConcept } from './stored-concept.ts';

/** A version as it is stored, and all versions of the same concept. Throws InputProblems (field `concept`) where there is none. */
export async function storedConceptOf(
  trx: Kysely<StoreSchema>,
  address: ConceptAddress,
): Promise<{ readonly concept: StoredConcept; readonly versions: readonly StoredConcept[] }> {
  const versions = await conceptVersions(trx, [address]);
  const concept = versions.find(({ number }) => number === address.number);
  if (concept !== undefined) return { concept, versions };
  const message = `there is no version ${conceptText(address)}: look at the concepts of the district`;
  throw new InputProblems('nothing is changed', [{ field: 'concept', rule: 'UNKNOWN', message }]);
}
