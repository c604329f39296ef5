import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { groupByPosition } from './group-by-position.ts';
import { dayOrLatest } from './in-force-on.ts';
import { type LineageDirection, lineageOf, rolesOf } from './lineage-sql.ts';
import { type TerritoryRow, territoryColumns, versionOnDay } from './territory-row.ts';

/**
 * How a piece came to another territory: dissolved, part moved or key changed by an official list of changes;
 * `SUCCESSION` where only a crosswalk says that all that is left of the source lies there.
 */
export type LineageKind = 'DISSOLVED' | 'PART_MOVED' | 'KEY_CHANGED' | 'SUCCESSION';

/**
 * A piece of a territory that went to another one. `share` is the share of the inhabitants of the source that went,
 * `areaShare` of its area, null where no source says it. `effectiveOn` is the day of a list of changes, `knownBy` the first
 * day on which a source shows it. Dates are ISO.
 */
export type LineageRow = {
  readonly territory: TerritoryRow;
  readonly share: number | null;
  readonly areaShare: number | null;
  readonly kind: LineageKind;
  readonly effectiveOn: string | null;
  readonly knownBy: string;
  readonly source: string;
};

type Row = TerritoryRow & Omit<LineageRow, 'territory' | 'kind'> & { lineage: LineageKind; position: number };

/**
 * Where territories (their internal ids) went, or what they came from, in the order of the ids; each by day and key. The
 * other territory is shown as it is at last, in the role of the same kind where it has several.
 */
export async function territoryLineage(
  db: Kysely<StoreSchema>,
  {
    asOf,
    direction,
    ids,
  }: { readonly asOf: number; readonly direction: LineageDirection; readonly ids: readonly number[] },
): Promise<readonly (readonly LineageRow[])[]> {
  const other = sql.ref(direction === 'successors' ? 'e.target_id' : 'e.source_id');
  const { rows } = await sql<Row>`
    with piece as (
      select distinct on (wanted.position, coalesce(o.same_as, o.id), e.known_by)
        wanted.position::int, o.id, e.kind, e.share, e.area_share, e.effective_on, e.known_by, e.file
      from unnest(${ids}::int[]) with ordinality as wanted (id, position)
      join territory a on a.id = wanted.id
      cross join lateral ${rolesOf(sql`wanted.id`)} r
      cross join lateral ${lineageOf(sql`r.id`, direction, asOf)} e
      join territory o on o.id = ${other}
        and (a.kind = 'association' or coalesce(o.same_as, o.id) <> coalesce(a.same_as, a.id))
      order by wanted.position, coalesce(o.same_as, o.id), e.known_by, e.effective_on is null, o.kind <> a.kind,
        e.share is null, o.key
    )
    select piece.position, piece.share, piece.area_share as "areaShare", piece.kind as lineage,
      piece.effective_on::text as "effectiveOn", piece.known_by::text as "knownBy", piece.file as source,
      ${territoryColumns}
    from piece
    join territory t on t.id = piece.id
    cross join ${dayOrLatest(sql`null::date`)} in_force
    join lateral ${versionOnDay(asOf)} v on true
    order by piece.position, piece.known_by, t.key, t.kind`.execute(db);
  return groupByPosition(rows, ids.length).map((group) => group.map(lineageRow));
}

function lineageRow({
  position,
  share,
  areaShare,
  lineage,
  effectiveOn,
  knownBy,
  source,
  ...territory
}: Row): LineageRow {
  return { territory, share, areaShare, kind: lineage, effectiveOn, knownBy, source };
}
