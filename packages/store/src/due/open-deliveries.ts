import { type DeliveryDeadline, type OpenDelivery, periodEnd } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import { inForceOn } from '../read/in-force-on.ts';
import { isOfficial } from '../read/is-official.ts';
import { versionOnDay } from '../read/territory-row.ts';
import { trueAt } from '../read/true-at.ts';
import type { StoreSchema } from '../store-schema.ts';

/**
 * The territories that have delivered nothing of a deadline so far, by key, in the order of the deadlines: of the municipalities each inhabited one of the end of the
 * period, where neither it nor its association has delivered; the district itself as long as `reporting` tells
 * NOTHING of it. It tells whether something arrived and never what; a confidential figure is a delivery like any other. A kreisfreie Stadt is its own
 * municipality. One statement.
 */
export async function openDeliveries(
  db: Kysely<StoreSchema>,
  { asOf, deadlines }: { readonly asOf: number; readonly deadlines: readonly DeliveryDeadline[] },
): Promise<readonly OpenDelivery[]> {
  if (deadlines.length === 0) return [];
  const { rows } = await sql<{ position: number; open: readonly string[] }>`
    with wanted as materialized (
      select w.position, d.id, d.key, coalesce(d.same_as, d.id) as facts_id, w.period, w.day,
        w.asked_of = 'DISTRICT' or exists (
          select from territory o where o.same_as = coalesce(d.same_as, d.id) and o.kind = 'municipality'
        ) as by_district,
        array(
          select c.id from catalogue_item c where c.kind = 'measure' and split_part(c.key, '/', 1) = w.plugin
        ) as measure_ids,
        array(
          select c.id from catalogue_item c where c.kind = 'input' and split_part(c.key, '/', 1) = w.plugin
        ) as input_ids
      from unnest(
        ${deadlines.map(({ district }) => district)}::text[],
        ${deadlines.map(({ plugin }) => plugin)}::text[],
        ${deadlines.map(({ period }) => period)}::text[],
        ${deadlines.map(({ period }) => periodEnd(period))}::date[],
        ${deadlines.map(({ askedOf }) => askedOf)}::text[]
      ) with ordinality as w (district, plugin, period, day, asked_of, position)
      join territory d on d.kind = 'district' and d.key = w.district
    ),
    asked as (
      select w.position, w.key, not exists (
          select from aggregate a
          where a.district_id = w.facts_id and a.measure_id = any(w.measure_ids) and a.territory_id = w.facts_id
            and a.period = w.period and a.breakdown_id = 0 and ${trueAt('a', asOf)}
            and (a.status <> all('{20,30,40}') or a.reported + a.hidden > 0)
        ) as open
      from wanted w
      where w.by_district
      union all
      select w.position, t.key, not exists (
          select from observation o
          where o.district_id = w.facts_id and o.measure_id = any(w.measure_ids) and o.input_id = any(w.input_ids)
            and o.territory_id = any(places.ids) and o.period = w.period and ${trueAt('o', asOf)}
            and o.status <> all('{20,30,40}')
        )
      from wanted w
      join territory p on p.id = w.id
      join membership m on m.parent_id = p.id and m.relation = 'district' and ${trueAt('m', asOf)}
        and ${inForceOn('m', sql`w.day`)}
      join territory t on t.id = m.member_id and t.kind = 'municipality'
      cross join lateral (select w.day) in_force
      join lateral ${versionOnDay(asOf)} v on v.inhabited
      cross join lateral (
        select array(
          select coalesce(t.same_as, t.id)
          union all
          select coalesce(a.same_as, a.id)
          from membership n
          join territory a on a.id = n.parent_id
          where n.member_id = t.id and n.relation = 'association' and ${trueAt('n', asOf)} and ${inForceOn('n', sql`w.day`)}
        ) as ids
      ) places
      where not w.by_district and (${isOfficial('t', asOf)} or not ${isOfficial('p', asOf)})
    )
    select position::int, array_agg(key order by key) as open
    from asked
    where open
    group by position`.execute(db);
  const openOf = new Map(rows.map(({ position, open }) => [position, open]));
  return deadlines.map((deadline, index) => ({ deadline, open: openOf.get(index + 1) ?? [] }));
}
