import { type Kysely, sql } from 'kysely';
import type { ProposedRelease } from '../review/proposed-release.ts';
import type { StoreSchema } from '../store-schema.ts';

/**
 * The releases that were proposed for publishing, in their order: all of them, the one with a number, or those among
 * several numbers. A release that is
 * published names the proposed one, so a crash cannot leave the two in contradiction.
 */
export async function proposedReleases(
  db: Kysely<StoreSchema>,
  { proposed, among }: { readonly proposed?: number; readonly among?: readonly number[] } = {},
): Promise<readonly ProposedRelease[]> {
  const { rows } = await sql<ProposedRelease>`
    select p.id as proposed,
      case when r.id is not null then 'published' when p.rejected_at is not null then 'rejected' else 'proposed' end as state,
      p.input, p.kind, p.source, p.title, p.institute, p.file, p.checksum,
      to_char(p.proposed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "proposedAt",
      p.preview, r.id as release, r.version_from as "dataVersion",
      to_char(p.rejected_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "rejectedAt", p.reason
    from proposed_release p
    left join release r on r.proposed_release_id = p.id and r.version_from <= (select version from published_pointer)
    where (${proposed ?? null}::int is null or p.id = ${proposed ?? null})
      and (${among ?? null}::int[] is null or p.id = any(${among ?? null}))
    order by p.id`.execute(db);
  return rows;
}
