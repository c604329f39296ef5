import type { ConceptAddress, StoredConcept } from '@kreisweit/store';
import { mayReadInternals } from '../access/may-read-internals.ts';
import type { Context } from '../context.ts';

/** The version of an address, if whoever asks may see it: a draft is there for those only who take part. */
export async function readableConcept(
  context: Pick<Context, 'loaders' | 'decisions'>,
  address: ConceptAddress,
): Promise<StoredConcept | null> {
  const concept = await context.loaders.concept.load(address);
  if (concept === null || concept.adoptedOn !== null) return concept;
  return (await mayReadInternals(context, concept.district)) ? concept : null;
}
