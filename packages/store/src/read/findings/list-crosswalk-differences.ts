import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../../store-schema.ts';
import { trueAt } from '../true-at.ts';
import { lastName } from './last-name.ts';
import type { TimelineFinding } from './timeline-finding.ts';

/** Shares of inhabitants that differ by less are the same: year-to-year files round them to hundredths. */
const TOLERANCE = 0.01;

/**
 * Municipalities of which a list of changes and a crosswalk from the day before to the day after tell different things:
 * other territories that they went to (OTHER_TARGETS) or other shares of their inhabitants (OTHER_SHARES). A list that
 * is silent says that nothing changed, if it covers all the time of the crosswalk.
 *
 * Pieces that went further within the time of the crosswalk are not compared: the list tells each step, the crosswalk
 * only the end.
 */
export async function listCrosswalkDifferences(
  db: Kysely<StoreSchema>,
  asOf: number,
): Promise<readonly TimelineFinding[]> {
  const { rows } = await sql<TimelineFinding>`
    with pair as (
      select c.id as list_id, c.file as list_file, w.id as crosswalk_id, w.file as crosswalk_file,
        w.source_days[1] as first, w.target_on as last,
        c.covers_from <= w.source_days[1] + 1 and c.covers_until >= w.target_on as covered
      from change_source c
      join change_source w on w.kind = 'crosswalk' and w.territory_kind = 'municipality'
        and cardinality(array_remove(w.source_days, w.target_on)) = 1 and ${trueAt('w', asOf)}
        and c.covers_from <= w.target_on and c.covers_until > w.source_days[1]
      where c.kind = 'changes' and ${trueAt('c', asOf)}
    ),
    listed as (
      select p.list_id, p.crosswalk_id, l.source_id, l.target_id, l.population
      from pair p
      join territory_link l on l.change_source_id = p.list_id and l.target_on > p.first and l.target_on <= p.last
    ),
    crossed as (
      select p.list_id, p.crosswalk_id, l.source_id, l.target_id, l.population
      from pair p
      join territory_link l on l.change_source_id = p.crosswalk_id and p.first between l.source_from and l.source_until
      join territory t on t.id = l.source_id and t.kind = 'municipality'
    ),
    told as (
      select list_id, crosswalk_id, source_id from listed
      union
      select c.list_id, c.crosswalk_id, c.source_id
      from crossed c
      join pair p on p.list_id = c.list_id and p.crosswalk_id = c.crosswalk_id and p.covered
      where c.source_id <> c.target_id
    ),
    compared as (
      select o.* from told o
      where not exists (
        select from listed a
        join listed b on b.list_id = a.list_id and b.crosswalk_id = a.crosswalk_id and b.source_id = a.target_id
          and b.target_id <> b.source_id
        where a.list_id = o.list_id and a.crosswalk_id = o.crosswalk_id and a.source_id = o.source_id
          and a.target_id <> o.source_id
      )
    ),
    account as (
      select o.list_id, o.crosswalk_id, o.source_id, x.by_list, x.target_id, x.population
      from compared o
      cross join lateral (
        select true as by_list, l.target_id, l.population from listed l
        where l.list_id = o.list_id and l.crosswalk_id = o.crosswalk_id and l.source_id = o.source_id
        union all
        select true, o.source_id, 1
        where not exists (
          select from listed l
          where l.list_id = o.list_id and l.crosswalk_id = o.crosswalk_id and l.source_id = o.source_id
        )
        union all
        select false, c.target_id, c.population from crossed c
        where c.list_id = o.list_id and c.crosswalk_id = o.crosswalk_id and c.source_id = o.source_id
      ) x
    ),
    summary as (
      select a.list_id, a.crosswalk_id, a.source_id, a.by_list, array_agg(t.key order by t.key) as keys,
        array_agg(a.population order by t.key) as shares,
        string_agg(t.key || coalesce(' ' || round(a.population::numeric, 4), ''), ', ' order by t.key) as text
      from account a
      join territory t on t.id = a.target_id
      group by a.list_id, a.crosswalk_id, a.source_id, a.by_list
    )
    select case when l.keys = c.keys then 'OTHER_SHARES' else 'OTHER_TARGETS' end as kind, t.kind as "territoryKind",
      t.key, coalesce(n.name, t.key) as name, p.first::text as "from", p.last::text as until, l.text as before,
      c.text as after, array[p.list_file, p.crosswalk_file] as sources
    from summary l
    join pair p on p.list_id = l.list_id and p.crosswalk_id = l.crosswalk_id
    join territory t on t.id = l.source_id
    left join summary c on c.list_id = l.list_id and c.crosswalk_id = l.crosswalk_id and c.source_id = l.source_id
      and not c.by_list
    left join lateral ${lastName(asOf)} n on true
    where l.by_list and (l.keys is distinct from c.keys or exists (
      select from unnest(l.shares, c.shares) s (listed, crossed) where round(abs(s.listed - s.crossed)::numeric, 9) > ${TOLERANCE}
    ))
    order by p.first, t.key`.execute(db);
  return rows;
}
