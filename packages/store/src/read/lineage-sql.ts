import { type RawBuilder, sql } from 'kysely';
import { trueAt } from './true-at.ts';

/** `successors`: where territories went; `predecessors`: what they came from. */
export type LineageDirection = 'successors' | 'predecessors';

/**
 * SQL: the ids under which the lineage of the territory `id` stands: all its roles (a kreisfreie Stadt is district and
 * municipality). An association stands for itself, also where it is a single municipality.
 */
export function rolesOf(id: RawBuilder<unknown>): RawBuilder<{ id: number }> {
  return sql`(
      select a.id from territory a where a.id = ${id}
      union
      select r.id
      from territory a
      join territory c on c.id = coalesce(a.same_as, a.id)
      join territory r on r.id = c.id or r.same_as = c.id
      where a.id = ${id} and a.kind <> 'association' and r.kind <> 'association'
    )`;
}

/** SQL: the listed change `alias` lets a piece, or all, of one territory go to another one; a new name does not. */
export function movesPiece(alias: string): RawBuilder<boolean> {
  const column = (name: string) => sql.raw(`${alias}.${name}`);
  return sql`${column('from_id')} <> ${column('to_id')}
        and ${column('kinds')} && array['DISSOLVED', 'PART_MOVED', 'KEY_CHANGED']`;
}

/**
 * SQL: what official sources say that went from or to the territory `id`, one row a piece and source: `source_id`,
 * `target_id`, `kind`, `share` of the inhabitants and `area_share` of the source, `effective_on` (lists only), `known_by`
 * and `file`.
 *
 * A list of changes names pieces and days. A crosswalk says for each of its days what lies where on its last one: the last
 * day on which a pair stands tells until when the piece belonged to the source. What follows are three choices:
 * - where a list tells what happened to a territory between two days of a crosswalk, the list counts;
 * - of crosswalks that tell the same change, the one that looks least far ahead counts;
 * - a piece is known to lie in its target as soon as the target is known at all: a crosswalk over many years leads past
 *   those that came and went in between.
 */
export function lineageOf(
  id: RawBuilder<unknown>,
  direction: LineageDirection,
  asOf: number,
): RawBuilder<unknown> {
  const successors = direction === 'successors';
  const changeEnd = sql.ref(successors ? 'c.from_id' : 'c.to_id');
  const linkEnd = sql.ref(successors ? 'l.source_id' : 'l.target_id');
  return sql`(
      select c.from_id as source_id, c.to_id as target_id,
        case when bool_or('DISSOLVED' = any(c.kinds)) then 'DISSOLVED'
          when bool_or('PART_MOVED' = any(c.kinds)) then 'PART_MOVED' else 'KEY_CHANGED' end as kind,
        max(l.population) as share, max(l.area) as area_share, c.effective_on, c.effective_on as known_by, s.file
      from territory_change c
      join change_source s on s.id = c.change_source_id and ${trueAt('s', asOf)}
      left join territory_link l on l.change_source_id = c.change_source_id and l.source_id = c.from_id
        and l.target_id = c.to_id and l.target_on = c.effective_on
      where ${changeEnd} = ${id} and ${movesPiece('c')}
      group by c.from_id, c.to_id, c.effective_on, s.file
      union all
      select k.source_id, k.target_id, case when k.lives_on then 'PART_MOVED' else 'SUCCESSION' end,
        k.population, k.area, null, greatest(k.next_day, b.first), k.file
      from (
        select distinct on (l.change_source_id, l.source_id, l.target_id)
          l.change_source_id, l.source_id, l.target_id, l.source_until, l.target_on, l.population, l.area, s.file,
          d.next_day, exists (
            select from territory_link n
            where n.change_source_id = l.change_source_id
              and (n.source_id = l.source_id and n.source_until > l.source_until or n.target_id = l.source_id)
          ) as lives_on
        from territory_link l
        join change_source s on s.id = l.change_source_id and s.kind = 'crosswalk' and ${trueAt('s', asOf)}
        cross join lateral (
          select coalesce(min(x.day), l.target_on) as next_day from unnest(s.source_days) x (day)
          where x.day > l.source_until
        ) d
        where ${linkEnd} = ${id} and l.source_id <> l.target_id
        order by l.change_source_id, l.source_id, l.target_id, l.source_until desc
      ) k
      left join territory_life b on b.territory_id = k.target_id and ${trueAt('b', asOf)}
      where not exists (
          select from territory_change c
          join change_source s on s.id = c.change_source_id and ${trueAt('s', asOf)}
          where c.from_id = k.source_id and ${movesPiece('c')}
            and c.effective_on > k.source_until and c.effective_on <= k.next_day
        )
        and not exists (
          select from territory_link o
          join change_source s on s.id = o.change_source_id and s.kind = 'crosswalk' and ${trueAt('s', asOf)}
          where o.source_id = k.source_id and o.source_id <> o.target_id and o.source_until = k.source_until
            and (o.target_on, o.change_source_id) < (k.target_on, k.change_source_id)
        )
    )`;
}
