import type { DegreeOfUrbanisation } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { groupByPosition } from './group-by-position.ts';
import { trueAt } from './true-at.ts';

/**
 * What one register says about a territory: the boundaries are those of `territoryDate`, the inhabitants were counted on
 * `populationDate` (ISO dates). Null where the register does not say it; only municipalities have numbers.
 */
export type RegisterEntryRow = {
  readonly territoryDate: string;
  readonly populationDate: string;
  readonly population: number | null;
  readonly malePopulation: number | null;
  /** Hectares, 100 to the square kilometre. */
  readonly areaHectares: number | null;
  /** Of the seat of the administration. */
  readonly postcode: string | null;
  readonly degreeOfUrbanisation: DegreeOfUrbanisation | null;
};

/** What the registers say about territories (their internal ids), the oldest first, in the order of the ids. */
export async function registerEntries(
  db: Kysely<StoreSchema>,
  { asOf, ids }: { readonly asOf: number; readonly ids: readonly number[] },
): Promise<readonly (readonly RegisterEntryRow[])[]> {
  const { rows } = await sql<RegisterEntryRow & { position: number }>`
    select wanted.position::int, r.territory_date::text as "territoryDate", r.population_date::text as "populationDate",
      e.population, e.male as "malePopulation", e.area_hectares as "areaHectares", e.postcode,
      e.degree_of_urbanisation as "degreeOfUrbanisation"
    from unnest(${ids}::int[]) with ordinality as wanted (id, position)
    join register r on ${trueAt('r', asOf)}
    join register_entry e on e.register_id = r.id and e.territory_id = wanted.id
    order by wanted.position, r.territory_date`.execute(db);
  return groupByPosition(rows, ids.length);
}
