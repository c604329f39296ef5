import { type Kysely, sql } from 'kysely';
import type { BoundaryLevel } from '../boundaries/boundary-level.ts';
import type { StoreSchema } from '../store-schema.ts';
import { boundarySetOnDay } from './boundary-set-on-day.ts';

/** The boundaries of a level in force on a day (ISO); the latest for null. */
export type BoundarySetRequest = { readonly level: BoundaryLevel; readonly on: string | null };

/** What is known about a set of boundaries without reading its topology. */
export type BoundarySetRow = {
  readonly level: BoundaryLevel;
  /** The day whose boundaries these are, ISO. */
  readonly validOn: string;
  readonly source: string;
  readonly licence: string;
  /** What was done to the coordinates, in words; null for nothing. */
  readonly changes: string | null;
  /** Names this very topology for ever. */
  readonly contentHash: string;
};

/** The boundaries in force, in the order of the requests; null where a level has none. */
export async function boundarySets(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly BoundarySetRequest[] },
): Promise<readonly (BoundarySetRow | null)[]> {
  const { rows } = await sql<BoundarySetRow & { position: number }>`
    select wanted.position::int, s.kind as level, s.valid_on::text as "validOn", s.source, s.licence, s.changes,
      s.content_hash as "contentHash"
    from unnest(
      ${requests.map(({ level }) => level)}::text[],
      ${requests.map(({ on }) => on)}::date[]
    ) with ordinality as wanted (kind, day, position)
    join lateral ${boundarySetOnDay(sql`wanted.kind`, sql`wanted.day`, asOf)} s on true`.execute(db);
  const byPosition = new Map(rows.map((row) => [row.position, row]));
  return requests.map((_, index) => byPosition.get(index + 1) ?? null);
}
