import type { TerritoryKind } from '@kreisweit/domain';
import { type RawBuilder, sql } from 'kysely';
import { trueAt } from './true-at.ts';

/**
 * A territory as it stands on a day. `id` and `factsId` are internal numbers that never leave the API: `factsId` is
 * the territory under which its facts are stored (a kreisfreie Stadt is one territory in several roles),
 * `districtIds` the districts whose series it has had over time. Dates are ISO.
 */
export type TerritoryRow = {
  readonly id: number;
  readonly kind: TerritoryKind;
  readonly key: string;
  readonly factsId: number;
  readonly districtIds: readonly number[];
  readonly ars: string | null;
  readonly ags: string | null;
  readonly name: string;
  /** Textkennzeichen; null for a Land or a region, and where no register shows it. */
  readonly textCode: string | null;
  readonly inhabited: boolean;
  readonly provenFrom: string;
  readonly provenUntil: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** True where only tables know the territory, no register. */
  readonly provisional: boolean;
  /** The day on which its members and parents are looked up: the day asked for, inside the time that it counts. */
  readonly asAt: string;
};

/**
 * SQL: the columns of a TerritoryRow, from `t` (territory), `v` (see `versionOnDay`) and `in_force.day`. The districts
 * of all data versions are named, so that an older version finds its series too.
 */
export const territoryColumns: RawBuilder<TerritoryRow> = sql`t.id, t.kind, t.key, coalesce(t.same_as, t.id) as "factsId",
      (
        select coalesce(nullif(array_agg(distinct coalesce(d.same_as, d.id)), '{null}'), array[f.id])
          || array(select distinct e.district_id from earlier_district e where e.territory_id = f.id)
        from territory f
        left join membership h
          on h.member_id = f.id and h.relation = 'district' and f.kind in ('municipality', 'association', 'part')
        left join territory d on d.id = h.parent_id
        where f.id = coalesce(t.same_as, t.id)
        group by f.id
      ) as "districtIds",
      v.ars, v.ags, v.name, v.text_code as "textCode", v.inhabited,
      v.proven_from::text as "provenFrom", v.proven_until::text as "provenUntil",
      v.valid_from::text as "validFrom", v.valid_until::text as "validUntil",
      v.evidence = 'TABLE' as provisional,
      least(greatest(in_force.day, v.in_force_from), v.in_force_until)::text as "asAt"`;

/**
 * SQL: a table of one row with the version of `t` to show on `in_force.day`: the last one that counts from that day
 * or before it, else the first there is.
 */
export function versionOnDay(asOf: number): RawBuilder<unknown> {
  return sql`(
      select *
      from territory_version w
      where w.territory_id = t.id and ${trueAt('w', asOf)}
      order by coalesce(w.in_force_from, '-infinity') <= in_force.day desc,
        case when w.in_force_from <= in_force.day then w.in_force_from end desc nulls last,
        w.in_force_from nulls first, w.proven_from
      limit 1
    )`;
}
