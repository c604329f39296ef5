import { designationOf, isSelfGoverning } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { inForceOn } from './in-force-on.ts';
import { isOfficial } from './is-official.ts';
import { versionOnDay } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/** A district (its key) on a day (ISO). */
export type DistrictOnDay = { readonly district: string; readonly day: string };

/**
 * A district itself, or an association or a municipality in it, as those who work together there need it. `association` is the key of the one that a
 * municipality belongs to, null where it belongs to none. `sameAs` is its key in its other role (a kreisfreie Stadt is
 * district and municipality), null where it has one only. `selfGoverning`: has a council of its own, true of municipalities only. `inhabitants` are those of
 * `registerDate` (ISO), the register in force on the day; null where none says it.
 */
export type DistrictPart = {
  readonly key: string;
  readonly kind: 'district' | 'association' | 'municipality';
  readonly name: string;
  readonly association: string | null;
  readonly sameAs: string | null;
  readonly inhabited: boolean;
  readonly selfGoverning: boolean;
  readonly inhabitants: number | null;
  readonly registerDate: string | null;
};

type FoundPart = Omit<DistrictPart, 'selfGoverning'> & {
  readonly position: number;
  readonly textCode: string | null;
};

/**
 * The parts of districts on their days, in the order that is asked for: the district, its associations, its municipalities, each by key. Empty for a district
 * that nobody knows. One statement.
 */
export async function districtParts(
  db: Kysely<StoreSchema>,
  { asOf, districts }: { readonly asOf: number; readonly districts: readonly DistrictOnDay[] },
): Promise<readonly (readonly DistrictPart[])[]> {
  const { rows } = await sql<FoundPart>`
    with wanted as (
      select w.position, w.day, d.id, d.key, d.same_as
      from unnest(
        ${districts.map(({ district }) => district)}::text[],
        ${districts.map(({ day }) => day)}::date[]
      ) with ordinality as w (key, day, position)
      join territory d on d.kind = 'district' and d.key = w.key
    ),
    register_on as (
      select distinct on (w.position) w.position, r.id, r.territory_date
      from wanted w
      join register r on ${trueAt('r', asOf)} and r.territory_date <= w.day
      order by w.position, r.territory_date desc
    ),
    part as (
      select w.position, w.day, w.id from wanted w
      union
      select w.position, w.day, t.id
      from wanted w
      join territory p on p.id = w.id
      join membership m on m.parent_id = p.id and m.relation = 'district' and ${trueAt('m', asOf)}
        and ${inForceOn('m', sql`w.day`)}
      join territory t on t.id = m.member_id
      where t.kind in ('association', 'municipality')
        and not (t.kind = 'association' and t.same_as is not null)
        and (${isOfficial('t', asOf)} or not ${isOfficial('p', asOf)})
    )
    select part.position::int, t.kind, t.key, v.name, v.text_code as "textCode", v.inhabited,
      (
        select a.key
        from membership m
        join territory a on a.id = m.parent_id and a.kind = 'association' and a.same_as is null
        where m.member_id = t.id and m.relation = 'association' and ${trueAt('m', asOf)} and ${inForceOn('m', sql`part.day`)}
        order by a.key
        limit 1
      ) as association,
      -- One condition a branch, so that each is looked up by an index.
      (
        select o.key
        from (
          select o.* from territory o where o.id = t.same_as
          union all
          select o.* from territory o where o.same_as = t.id
          union all
          select o.* from territory o where o.same_as = t.same_as and o.id <> t.id
        ) o
        where o.kind in ('district', 'municipality')
        order by o.key
        limit 1
      ) as "sameAs",
      e.population as inhabitants, r.territory_date::text as "registerDate"
    from part
    join territory t on t.id = part.id
    cross join lateral (select part.day) in_force
    join lateral ${versionOnDay(asOf)} v on true
    left join register_on r on r.position = part.position
    left join register_entry e on e.register_id = r.id and e.territory_id = t.id
    order by part.position, array_position(array['district', 'association', 'municipality'], t.kind), t.key`.execute(
    db,
  );
  const byPosition = Map.groupBy(rows, ({ position }) => position);
  return districts.map((_, index) =>
    (byPosition.get(index + 1) ?? []).map(({ position, textCode, ...part }) => ({
      ...part,
      selfGoverning: part.kind === 'municipality' && isSelfGoverning(designationOf(textCode)),
    })),
  );
}
