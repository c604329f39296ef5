import type { Recommendation } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';

/** All recommendations, in their order; of one field, or of all (null). */
export async function recommendations(
  db: Kysely<StoreSchema>,
  field: string | null,
): Promise<readonly Recommendation[]> {
  const { rows } = await sql<Recommendation>`
    select key, official_number as "officialNumber", field, evidence,
      json_build_object('de', title_de, 'en', title_en) as title,
      json_build_object('de', text_de, 'en', text_en) as text,
      json_build_object('document', source_document, 'place', source_place, 'url', source_url) as source
    from recommendation
    where ${field}::text is null or field = ${field}
    order by position, key`.execute(db);
  return rows;
}
