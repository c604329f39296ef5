import { type Kysely, sql } from 'kysely';
import { groupByPosition } from '../read/group-by-position.ts';
import type { StoreSchema } from '../store-schema.ts';
import { type ConceptRow, conceptColumns, conceptOfRow } from './concept-columns.ts';
import { isInForce } from './is-in-force.ts';
import type { StoredConcept } from './stored-concept.ts';

/** A district (its key) on a day (ISO). */
export type ConceptsOnDay = { readonly district: string; readonly on: string };

/**
 * The versions of concepts that are in force in districts on their days, one of each concept: the one adopted last first. In the order of the requests. One
 * statement.
 */
export async function conceptsInForce(
  db: Kysely<StoreSchema>,
  { requests }: { readonly requests: readonly ConceptsOnDay[] },
): Promise<readonly (readonly StoredConcept[])[]> {
  const { rows } = await sql<ConceptRow & { position: number }>`
    select w.position::int, ${conceptColumns}
    from unnest(
      ${requests.map(({ district }) => district)}::text[],
      ${requests.map(({ on }) => on)}::date[]
    ) with ordinality as w (district, day, position)
    join concept_version v on v.district_key = w.district and ${isInForce(sql`w.day`)}
    order by w.position, v.adopted_on desc, v.concept_key`.execute(db);
  return groupByPosition(rows, requests.length).map((group) =>
    group.map(({ position, ...row }) => conceptOfRow(row)),
  );
}
