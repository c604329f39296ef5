import { type Kysely, sql } from 'kysely';
import type { BoundaryLevel } from '../boundaries/boundary-level.ts';
import type { StoreSchema } from '../store-schema.ts';

/**
 * The topology (TopoJSON text) of a level that a hash names, also one that has been replaced since; null where no
 * published data version ever had it.
 */
export async function boundaryTopology(
  db: Kysely<StoreSchema>,
  {
    asOf,
    level,
    contentHash,
  }: { readonly asOf: number; readonly level: BoundaryLevel; readonly contentHash: string },
): Promise<string | null> {
  const { rows } = await sql<{ topology: string }>`
    select b.topology
    from boundary_set b
    where b.kind = ${level} and b.content_hash = ${contentHash} and b.version_from <= ${asOf}
    order by b.version_from desc
    limit 1`.execute(db);
  return rows[0]?.topology ?? null;
}
