import type { StoredFact } from '@kreisweit/domain';
import { statusOfCode } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { trueAt } from './true-at.ts';

/** A territory by which another one is told on other boundaries. */
export type FactPlace = { readonly kind: 'district' | 'municipality'; readonly key: string };

/** What is asked for: the measures (internal ids) of territories in some breakdowns (keys, '' for the total). */
export type BoundaryFactsRequest = {
  readonly asOf: number;
  readonly places: readonly FactPlace[];
  readonly measureIds: readonly number[];
  readonly breakdowns: readonly string[];
};

/** The facts of a territory for a measure in a breakdown, by period. */
export type BoundaryFacts = (
  place: FactPlace,
  measureId: number,
  breakdown: string,
) => ReadonlyMap<string, StoredFact>;

type FactsRow = {
  readonly place: number;
  readonly measure: number;
  readonly breakdown: string;
  readonly cells: readonly [
    periods: string[],
    values: (number | null)[],
    statuses: number[],
    flags: number[],
    boundaries: string[],
  ];
};

const NONE: ReadonlyMap<string, StoredFact> = new Map();

/**
 * Rolled-up values of districts and delivered values of municipalities with the boundaries they were reported on, in one
 * statement. A kreisfreie Stadt has the same facts as a district and as a municipality.
 */
export async function boundaryFacts(
  db: Kysely<StoreSchema>,
  { asOf, places, measureIds, breakdowns }: BoundaryFactsRequest,
): Promise<BoundaryFacts> {
  const { rows } = await sql<FactsRow>`
    with own as materialized (
      select w.place::int, coalesce(t.same_as, t.id) as territory_id, coalesce(f.kind, t.kind) as kind,
        coalesce(d.same_as, d.id, f.id, t.id) as district_id
      from unnest(
        ${places.map(({ kind }) => kind)}::text[],
        ${places.map(({ key }) => key)}::text[]
      ) with ordinality as w (kind, key, place)
      join territory t on t.kind = w.kind and t.key = w.key
      left join territory f on f.id = t.same_as
      left join territory d on t.same_as is null and t.kind = 'municipality' and d.kind = 'district' and d.key = left(w.key, 5)
    ),
    wanted as materialized (
      select * from own
      union
      select own.place, own.territory_id, own.kind, e.district_id
      from own
      join earlier_district e on e.territory_id = own.territory_id and ${trueAt('e', asOf)}
      where own.kind = 'municipality'
    ),
    category as materialized (
      select id, key from breakdown where key = any(${breakdowns}::text[])
    ),
    fact as (
      select w.place, a.measure_id, a.breakdown_id, a.period, a.value, a.status, a.flags, a.boundary_date
      from wanted w
      join aggregate a on a.district_id = w.district_id and a.territory_id = w.territory_id
        and a.measure_id = any(${measureIds}::int[]) and a.breakdown_id in (select id from category)
        and ${trueAt('a', asOf)}
      where w.kind <> 'municipality'
      union all
      (select distinct on (w.place, o.measure_id, o.breakdown_id, o.period)
        w.place, o.measure_id, o.breakdown_id, o.period, o.value, o.status, o.flags, o.boundary_date
      from wanted w
      join observation o on o.district_id = w.district_id and o.territory_id = w.territory_id
        and o.measure_id = any(${measureIds}::int[]) and o.breakdown_id in (select id from category)
        and ${trueAt('o', asOf)}
      where w.kind = 'municipality'
      order by w.place, o.measure_id, o.breakdown_id, o.period, o.sign is not distinct from '-', o.release_id desc)
    )
    select f.place, f.measure_id as measure, c.key as breakdown,
      json_build_array(array_agg(f.period), array_agg(f.value), array_agg(f.status), array_agg(f.flags),
        array_agg(f.boundary_date)) as cells
    from fact f
    join category c on c.id = f.breakdown_id
    group by f.place, f.measure_id, c.key`.execute(db);
  const placeOf = new Map(places.map(({ kind, key }, index) => [`${kind} ${key}`, index + 1]));
  const found = new Map(
    rows.map(({ place, measure, breakdown, cells }) => [`${place} ${measure} ${breakdown}`, factsOf(cells)]),
  );
  return ({ kind, key }, measureId, breakdown) =>
    found.get(`${placeOf.get(`${kind} ${key}`)} ${measureId} ${breakdown}`) ?? NONE;
}

function factsOf([periods, values, statuses, flags, boundaries]: FactsRow['cells']): ReadonlyMap<
  string,
  StoredFact
> {
  return new Map(
    periods.map((period, at): [string, StoredFact] => [
      period,
      {
        value: values[at] ?? null,
        status: statusOfCode(statuses[at] ?? -1),
        flags: flags[at] ?? 0,
        boundaryDate: boundaries[at] ?? '',
      },
    ]),
  );
}
