import type { StoredFact } from '@kreisweit/domain';
import { statusOfCode } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import type { FactIndex, StoredPlace } from './fact-index.ts';
import { trueAt } from './true-at.ts';

/**
 * What is asked for: the measures (internal ids) of districts and municipalities (by key) in some breakdowns (keys, '' for
 * the total), for some periods or for all (null).
 */
export type BoundaryFactsRequest = {
  readonly asOf: number;
  readonly index: FactIndex;
  readonly keys: readonly string[];
  readonly measureIds: readonly number[];
  readonly breakdowns: readonly string[];
  readonly periods: readonly string[] | null;
};

/** The facts of a district or municipality (its key) for a measure in a breakdown, by period. */
export type BoundaryFacts = (
  key: string,
  measureId: number,
  breakdown: string,
) => ReadonlyMap<string, StoredFact>;

/** Lists of the same length, one entry a fact. */
type FactLists = readonly [
  territories: readonly number[],
  measures: readonly number[],
  breakdowns: readonly number[],
  periods: readonly string[],
  values: readonly (number | null)[],
  statuses: readonly number[],
  flags: readonly number[],
  boundaries: readonly string[],
];

const NONE: ReadonlyMap<string, StoredFact> = new Map();

/**
 * Rolled-up values of districts and delivered values of municipalities with the boundaries they were reported on, in one
 * statement. A kreisfreie Stadt has the same facts as a district and as a municipality. Each fact is looked up by all of
 * its key, constants as far as possible, so that the time grows with what is asked and not with what is stored.
 */
export async function boundaryFacts(
  db: Kysely<StoreSchema>,
  { asOf, index, keys, measureIds, breakdowns, periods }: BoundaryFactsRequest,
): Promise<BoundaryFacts> {
  const places = new Map(keys.map((key) => [key, index.placeOf(key)]));
  const rolledUp = addressesOf(places.values(), false);
  const delivered = addressesOf(places.values(), true);
  const inputIds = [...new Set(measureIds.flatMap(index.inputIdsOf))];
  const breakdownIds = breakdowns.map(index.breakdownIdOf).filter((id) => id !== null);
  // One input delivers a cell once; of several the latest figure counts.
  const several = inputIds.length > 1;
  const cell = sql`o.territory_id, o.measure_id, o.breakdown_id, o.period`;
  const inPeriods = (period: string) =>
    periods === null ? sql`` : sql`and ${sql.ref(period)} = any(${periods}::text[])`;
  const { rows } = await sql<{ readonly lists: FactLists }>`
    with fact as (
      select a.territory_id, a.measure_id, a.breakdown_id, a.period, a.value, a.status, a.flags, a.boundary_date
      from unnest(${rolledUp.districts}::int[], ${rolledUp.territories}::int[]) as w (district_id, territory_id)
      join aggregate a on a.district_id = w.district_id and a.territory_id = w.territory_id
        and a.measure_id = any(${measureIds}::int[]) and a.breakdown_id = any(${breakdownIds}::int[])
        ${inPeriods('a.period')} and ${trueAt('a', asOf)}
      union all
      (select ${several ? sql`distinct on (${cell})` : sql``} ${cell}, o.value, o.status, o.flags, o.boundary_date
      from unnest(${delivered.districts}::int[], ${delivered.territories}::int[]) as w (district_id, territory_id)
      join observation o on o.district_id = w.district_id and o.territory_id = w.territory_id
        and o.measure_id = any(${measureIds}::int[]) and o.input_id = any(${inputIds}::int[])
        and o.breakdown_id = any(${breakdownIds}::int[])
        ${inPeriods('o.period')} and ${trueAt('o', asOf)}
      ${several ? sql`order by ${cell}, o.sign is not distinct from '-', o.release_id desc` : sql``})
    )
    select json_build_array(array_agg(territory_id), array_agg(measure_id), array_agg(breakdown_id), array_agg(period),
      array_agg(value), array_agg(status), array_agg(flags), array_agg(boundary_date)) as lists
    from fact
    having count(*) > 0`.execute(db);
  const found = rows[0] === undefined ? new Map<string, Map<string, StoredFact>>() : factsIn(rows[0].lists);
  return (key, measureId, breakdown) =>
    found.get(`${places.get(key)?.territoryId} ${measureId} ${index.breakdownIdOf(breakdown)}`) ?? NONE;
}

/** Districts and territories of places, two lists of the same length. A kreisfreie Stadt in two roles stands there once. */
function addressesOf(places: Iterable<StoredPlace | null>, isDelivered: boolean) {
  const addresses = new Map(
    [...places]
      .filter((place) => place?.isDelivered === isDelivered)
      .flatMap((place) =>
        (place?.districtIds ?? []).map((district) => {
          const territory = place?.territoryId ?? -1;
          return [`${district} ${territory}`, { district, territory }] as const;
        }),
      ),
  );
  return {
    districts: [...addresses.values()].map(({ district }) => district),
    territories: [...addresses.values()].map(({ territory }) => territory),
  };
}

/** The facts of each territory, measure and breakdown, by period. */
function factsIn([
  territories,
  measures,
  breakdowns,
  periods,
  values,
  statuses,
  flags,
  boundaries,
]: FactLists) {
  const found = new Map<string, Map<string, StoredFact>>();
  for (const [at, territory] of territories.entries()) {
    const name = `${territory} ${measures[at]} ${breakdowns[at]}`;
    const facts = found.get(name) ?? new Map<string, StoredFact>();
    found.set(name, facts);
    facts.set(periods[at] ?? '', {
      value: values[at] ?? null,
      status: statusOfCode(statuses[at] ?? -1),
      flags: flags[at] ?? 0,
      boundaryDate: boundaries[at] ?? '',
    });
  }
  return found;
}
