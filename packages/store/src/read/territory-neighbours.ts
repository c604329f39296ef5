import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { boundarySetOnDay } from './boundary-set-on-day.ts';
import { groupByPosition } from './group-by-position.ts';
import { dayOrLatest } from './in-force-on.ts';
import { type TerritoryRow, territoryColumns, versionOnDay } from './territory-row.ts';

/**
 * The neighbours of a territory (its internal id). `on` (ISO) chooses the boundaries in force that day; null those of
 * `asAt`, the day at which the territory is shown, and the latest ones when no later register than that is known.
 */
export type NeighboursRequest = {
  readonly territoryId: number;
  readonly on: string | null;
  readonly asAt: string;
};

/**
 * The territories of the same kind that share a piece of border, by key, in the order of the requests: empty for one
 * that has water all around, null where no boundaries show the territory and nothing is known.
 */
export async function territoryNeighbours(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly NeighboursRequest[] },
): Promise<readonly (readonly TerritoryRow[] | null)[]> {
  const { rows } = await sql<(TerritoryRow | { id: null }) & { position: number }>`
    select wanted.position::int, ${territoryColumns}
    from unnest(
      ${requests.map(({ territoryId }) => territoryId)}::int[],
      ${requests.map(({ on }) => on)}::date[],
      ${requests.map(({ asAt }) => asAt)}::date[]
    ) with ordinality as wanted (territory_id, day, as_at, position)
    join territory a on a.id = wanted.territory_id
    cross join lateral (
      select coalesce(wanted.day, wanted.as_at) as day
    ) chosen
    join lateral ${boundarySetOnDay(sql`a.kind`, sql`chosen.day`, asOf)} s on a.id = any(s.territory_ids)
    cross join lateral ${dayOrLatest(sql`coalesce(wanted.day, wanted.as_at)`)} in_force
    left join neighbour n on n.boundary_set_id = s.id and n.territory_id = a.id
    left join territory t on t.id = n.neighbour_id
    left join lateral ${versionOnDay(asOf)} v on true
    where t.id is null or v.territory_id is not null
    order by wanted.position, t.key`.execute(db);
  const known = new Set(rows.map(({ position }) => position));
  const neighbours = rows.filter((row) => row.id !== null);
  return groupByPosition(neighbours, requests.length).map((group, index) =>
    known.has(index + 1) ? group : null,
  );
}
