import { type Kysely, sql } from 'kysely';
import { groupByPosition } from '../read/group-by-position.ts';
import { type KeyedPage, keyedPage } from '../read/keyed-page.ts';
import type { StoreSchema } from '../store-schema.ts';
import { type ConceptRow, conceptColumns, conceptOfRow } from './concept-columns.ts';
import type { StoredConcept } from './stored-concept.ts';

/** A page of the versions of each of the districts; `drafts` says for each whether its drafts belong to them. */
export type ConceptsQuery = {
  readonly districts: readonly { readonly district: string; readonly drafts: boolean }[];
  readonly first: number;
  readonly after: string | null;
};

/** A version in a page: `key` is its place in the list, `integration-concept/0002`. */
export type ConceptInPage = { readonly key: string; readonly concept: StoredConcept };

type FoundConcept = ConceptRow & {
  readonly position: number;
  readonly key: string;
  readonly total: number;
};

/** The versions of the concepts of districts, by concept and number, in the order of the districts: all of the pages in one statement. */
export async function conceptsPage(
  db: Kysely<StoreSchema>,
  { districts, first, after }: ConceptsQuery,
): Promise<readonly KeyedPage<ConceptInPage>[]> {
  const { rows } = await sql<FoundConcept>`
    with found as materialized (
      select w.position, v.district_key, v.concept_key, v.number, v.concept_key || '/' || lpad(v.number::text, 4, '0') as place
      from unnest(
        ${districts.map(({ district }) => district)}::text[],
        ${districts.map(({ drafts }) => drafts)}::boolean[]
      ) with ordinality as w (district_key, drafts, position)
      join concept_version v on v.district_key = w.district_key
      where w.drafts or v.adopted_on is not null
    )
    select counted.position::int, counted.total, page.*
    from (
      select w.position, count(f.number)::int as total
      from generate_series(1, ${districts.length}::int) as w (position)
      left join found f on f.position = w.position
      group by w.position
    ) counted
    left join lateral (
      select f.place as key, ${conceptColumns}
      from found f
      join concept_version v
        on v.district_key = f.district_key and v.concept_key = f.concept_key and v.number = f.number
      where f.position = counted.position and (${after}::text is null or f.place collate "C" > ${after})
      order by f.place collate "C"
      limit ${first + 1}
    ) page on true
    order by counted.position, page.key collate "C"`.execute(db);
  return groupByPosition(rows, districts.length).map((group) => {
    const { rows: found, ...page } = keyedPage(group, first);
    return {
      ...page,
      rows: found.map(({ position, total, key, ...row }) => ({ key, concept: conceptOfRow(row) })),
    };
  });
}
