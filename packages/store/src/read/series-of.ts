import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { type PackedSeries, packedSeries, type SeriesCells } from './packed-series.ts';
import type { TerritoryRow } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/** One indicator (its internal id) in one breakdown (its key, '' for the total). */
export type SeriesSelection = { readonly indicatorId: number; readonly breakdown: string };

/** What one territory is asked for. Requests that share the very same array of selections share its parameters. */
export type SeriesRequest = {
  readonly territory: Pick<TerritoryRow, 'factsId' | 'districtIds'>;
  readonly selections: readonly SeriesSelection[];
};

type SeriesOfRow = {
  readonly request: number;
  readonly selection: number;
  readonly cells: SeriesCells;
};

/** For so few districts a cluster is spared asking all its nodes; for more it would cost more than it saves. */
const FEW_DISTRICTS = 8;

/**
 * Published series of any number of territories, indicators and breakdowns, in one statement. The answer stands in the
 * order of the requests and of their selections; a series that does not exist has no periods.
 */
export async function seriesOf(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly SeriesRequest[] },
): Promise<readonly (readonly PackedSeries[])[]> {
  const groups = [...new Set(requests.map(({ selections }) => selections))];
  const groupOf = new Map(groups.map((selections, group) => [selections, group]));
  const places = requests.flatMap(({ territory, selections }, request) =>
    territory.districtIds.map((districtId) => ({
      request,
      districtId,
      territoryId: territory.factsId,
      group: groupOf.get(selections) ?? 0,
    })),
  );
  const selections = groups.flatMap((selected, group) =>
    selected.map((selection, position) => ({ ...selection, group, position })),
  );
  const districtIds = [...new Set(places.map(({ districtId }) => districtId))];
  const few =
    districtIds.length <= FEW_DISTRICTS ? sql` and s.district_id = any(${districtIds}::int[])` : sql``;
  const { rows } = await sql<SeriesOfRow>`
    with wanted as materialized (
      select place.request, place.district_id, place.territory_id,
        selection.position as selection, selection.indicator_id, b.id as breakdown_id
      from unnest(
        ${places.map(({ request }) => request)}::int[],
        ${places.map(({ group }) => group)}::int[],
        ${places.map(({ districtId }) => districtId)}::int[],
        ${places.map(({ territoryId }) => territoryId)}::int[]
      ) as place (request, selections, district_id, territory_id)
      join unnest(
        ${selections.map(({ group }) => group)}::int[],
        ${selections.map(({ position }) => position)}::int[],
        ${selections.map(({ indicatorId }) => indicatorId)}::int[],
        ${selections.map(({ breakdown }) => breakdown)}::text[]
      ) as selection (selections, position, indicator_id, breakdown)
        on selection.selections = place.selections
      join breakdown b on b.key = selection.breakdown
    )
    select wanted.request, wanted.selection,
      json_build_array(s.periods, s."values", s.statuses, s.flags, s.origins, s.coverages) as cells
    from wanted
    join published_series s on s.district_id = wanted.district_id and s.territory_id = wanted.territory_id
      and s.indicator_id = wanted.indicator_id and s.breakdown_id = wanted.breakdown_id
      and ${trueAt('s', asOf)}${few}`.execute(db);
  return arrange(requests, rows);
}

function arrange(
  requests: readonly SeriesRequest[],
  rows: readonly SeriesOfRow[],
): readonly (readonly PackedSeries[])[] {
  const found = requests.map(({ selections }) => selections.map((): SeriesCells[] => []));
  for (const { request, selection, cells } of rows) found[request]?.[selection]?.push(cells);
  return found.map((selections) => selections.map(packedSeries));
}
