import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { type ConceptAddress, conceptText } from './concept-address.ts';
import { type ConceptRow, conceptColumns, conceptOfRow } from './concept-columns.ts';
import type { StoredConcept } from './stored-concept.ts';

/** Versions of concepts by their addresses, drafts too, in the order of the addresses; null where there is none. One statement. */
export async function conceptsByAddress(
  db: Kysely<StoreSchema>,
  addresses: readonly ConceptAddress[],
): Promise<readonly (StoredConcept | null)[]> {
  const { rows } = await sql<ConceptRow>`
    select ${conceptColumns}
    from unnest(
      ${addresses.map(({ district }) => district)}::text[],
      ${addresses.map(({ concept }) => concept)}::text[],
      ${addresses.map(({ number }) => number)}::int[]
    ) as w (district, concept, number)
    join concept_version v on v.district_key = w.district and v.concept_key = w.concept and v.number = w.number`.execute(
    db,
  );
  const byAddress = new Map(rows.map((row) => [conceptText(row), conceptOfRow(row)]));
  return addresses.map((address) => byAddress.get(conceptText(address)) ?? null);
}
