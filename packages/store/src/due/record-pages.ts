import { type Kysely, sql } from 'kysely';
import type { KeyedPage } from '../read/keyed-page.ts';
import type { StoreSchema } from '../store-schema.ts';
import type { RecordSource } from './record-source.ts';

/**
 * A page of the records of a district (key) by their day: those from a day on and until a day, both included (null = open), after the `place` of a record of
 * an earlier page.
 */
export type RecordsRequest = {
  readonly district: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly first: number;
  readonly after: string | null;
};

/** A row with its place in the list: `2026-05-12/plain-language`. */
export type Placed<Row> = { readonly place: string; readonly record: Row };

/** Pages of records by day and key, in the order of the requests. One statement. */
export async function recordPages<Row>(
  db: Kysely<StoreSchema>,
  { table, day, columns }: RecordSource<Row>,
  requests: readonly RecordsRequest[],
): Promise<readonly KeyedPage<Placed<Row>>[]> {
  const matching = sql`${sql.table(table)} l
        where l.district_key = w.district and (w.from_day is null or ${day} >= w.from_day)
          and (w.until_day is null or ${day} <= w.until_day)`;
  const place = sql`(${day}::text || '/' || l.key) collate "C"`;
  const { rows } = await sql<{ total: number; found: readonly Placed<Row>[] }>`
    select (select count(*)::int from ${matching}) as total,
      (
        select coalesce(json_agg(json_build_object('place', f.place, 'record', f.record) order by f.place), '[]')
        from (
          select ${place} as place, row_to_json(r) as record
          from (select * from ${matching}) l
          cross join lateral (select ${columns}) r
          where w.after is null or ${place} > w.after
          order by place
          limit w.first + 1
        ) f
      ) as found
    from unnest(
      ${requests.map(({ district }) => district)}::text[],
      ${requests.map(({ from }) => from)}::date[],
      ${requests.map(({ until }) => until)}::date[],
      ${requests.map(({ first }) => first)}::int[],
      ${requests.map(({ after }) => after)}::text[]
    ) with ordinality as w (district, from_day, until_day, first, after, position)
    order by w.position`.execute(db);
  return requests.map(({ first }, index) => {
    const { total = 0, found = [] } = rows[index] ?? {};
    return { rows: found.slice(0, first), total, hasNext: found.length > first };
  });
}
