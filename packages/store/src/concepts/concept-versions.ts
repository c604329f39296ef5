import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { type ConceptRow, conceptColumns, conceptOfRow } from './concept-columns.ts';
import type { StoredConcept } from './stored-concept.ts';

/** A concept of a district (its key). */
export type ConceptOfDistrict = { readonly district: string; readonly concept: string };

/** All versions of concepts, drafts too, by district, concept and number. One statement. */
export async function conceptVersions(
  db: Kysely<StoreSchema>,
  concepts: readonly ConceptOfDistrict[],
): Promise<readonly StoredConcept[]> {
  const { rows } = await sql<ConceptRow>`
    select ${conceptColumns}
    from (
      select distinct w.district, w.concept
      from unnest(
        ${concepts.map(({ district }) => district)}::text[],
        ${concepts.map(({ concept }) => concept)}::text[]
      ) as w (district, concept)
    ) w
    join concept_version v on v.district_key = w.district and v.concept_key = w.concept
    order by v.district_key, v.concept_key, v.number`.execute(db);
  return rows.map(conceptOfRow);
}
