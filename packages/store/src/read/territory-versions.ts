import { type Kysely, sql } from 'kysely';
import type { Evidence, StoreSchema } from '../store-schema.ts';
import { groupByPosition } from './group-by-position.ts';
import { trueAt } from './true-at.ts';

/** What a territory was called, by name and keys, and when. Dates are ISO; null is open or not known. */
export type TerritoryVersionRow = {
  readonly ars: string | null;
  readonly ags: string | null;
  readonly name: string;
  readonly textCode: string | null;
  readonly inhabited: boolean;
  readonly provenFrom: string;
  readonly provenUntil: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly evidence: Evidence;
};

/** All versions of territories (their internal ids), the earliest first, in the order of the ids. */
export async function territoryVersions(
  db: Kysely<StoreSchema>,
  { asOf, ids }: { readonly asOf: number; readonly ids: readonly number[] },
): Promise<readonly (readonly TerritoryVersionRow[])[]> {
  const { rows } = await sql<TerritoryVersionRow & { position: number }>`
    select wanted.position::int, v.ars, v.ags, v.name, v.text_code as "textCode", v.inhabited, v.evidence,
      v.proven_from::text as "provenFrom", v.proven_until::text as "provenUntil",
      v.valid_from::text as "validFrom", v.valid_until::text as "validUntil"
    from unnest(${ids}::int[]) with ordinality as wanted (id, position)
    join territory_version v on v.territory_id = wanted.id and ${trueAt('v', asOf)}
    order by wanted.position, v.in_force_from nulls first, v.proven_from`.execute(db);
  return groupByPosition(rows, ids.length);
}
