import type { BodyKind } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import { groupByPosition } from '../read/group-by-position.ts';
import { type KeyedPage, keyedPage } from '../read/keyed-page.ts';
import type { StoreSchema } from '../store-schema.ts';
import { type BodyRow, bodyColumns } from './body-row.ts';

/** Which bodies; null leaves it open. `on` is a day (ISO) on which they exist, `text` one in the title, in any case. */
export type BodiesFilter = {
  readonly kinds: readonly BodyKind[] | null;
  readonly on: string | null;
  readonly text: string | null;
};

/** A page of the bodies of each of the districts (keys). */
export type BodiesQuery = BodiesFilter & {
  readonly districts: readonly string[];
  readonly first: number;
  readonly after: string | null;
};

type FoundBody = BodyRow & { readonly position: number; readonly total: number };

/** The bodies of districts, by key, in the order of the districts: all of the pages in one statement. */
export async function bodiesPage(
  db: Kysely<StoreSchema>,
  { districts, kinds, on, text, first, after }: BodiesQuery,
): Promise<readonly KeyedPage<BodyRow>[]> {
  const { rows } = await sql<FoundBody>`
    with found as materialized (
      select w.position, b.*
      from unnest(${districts}::text[]) with ordinality as w (district_key, position)
      join cooperation_body b on b.district_key = w.district_key
      where (${kinds}::text[] is null or b.kind = any(${kinds}::text[]))
        and (${on}::date is null or (coalesce(b.valid_from, '-infinity') <= ${on}::date
          and coalesce(b.valid_until, 'infinity') >= ${on}::date))
        and (${text}::text is null or position(${text?.toLocaleLowerCase('de') ?? null}
          in translate(lower(b.title_de || ' ' || b.title_en), 'ÄÖÜ', 'äöü')) > 0)
    )
    select counted.position::int, counted.total, page.*
    from (
      select w.position, count(f.key)::int as total
      from generate_series(1, ${districts.length}::int) as w (position)
      left join found f on f.position = w.position
      group by w.position
    ) counted
    left join lateral (
      select ${bodyColumns}
      from found b
      where b.position = counted.position and (${after}::text is null or b.key > ${after})
      order by b.key
      limit ${first + 1}
    ) page on true
    order by counted.position, page.key`.execute(db);
  return groupByPosition(rows, districts.length).map((group) => {
    const { rows: found, ...page } = keyedPage(group, first);
    return { ...page, rows: found.map(({ position, total, ...body }) => body) };
  });
}
