import { type Kysely, sql } from 'kysely';
import type { ReleaseWarning } from '../ingest/release-warnings.ts';
import type { StoreSchema } from '../store-schema.ts';

/**
 * A release that was delivered, whether it still counts or not. Times are ISO, UTC. `source` is the code of the table,
 * `dataVersion` the one that it made; `withdrawn` says in which data version it was withdrawn, when and why.
 */
export type ListedRelease = {
  readonly release: number;
  readonly input: string;
  readonly kind: 'full' | 'partial';
  readonly source: string;
  readonly title: string;
  readonly institute: string;
  readonly file: string;
  readonly periods: readonly string[];
  readonly cells: number;
  /** How many findings were not plausible; `warnings` are the first of them. */
  readonly warningCount: number;
  readonly warnings: readonly ReleaseWarning[];
  readonly demo: boolean;
  readonly receivedAt: string;
  readonly dataVersion: number;
  readonly withdrawn: {
    readonly dataVersion: number;
    readonly at: string;
    readonly reason: string;
  } | null;
};

/** All releases that were delivered by a data version, in their order. */
export async function releaseList(db: Kysely<StoreSchema>, asOf: number): Promise<readonly ListedRelease[]> {
  const { rows } = await sql<ListedRelease>`
    select r.id as release, i.key as input, r.kind, r.source, r.title, r.institute, r.file, r.periods, r.cells, r.demo,
      r.warning_count as "warningCount", coalesce(r.warnings, '[]') as warnings,
      to_char(r.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "receivedAt",
      r.version_from as "dataVersion",
      case when v.version is not null then json_build_object(
        'dataVersion', v.version,
        'at', to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'reason', v.note
      ) end as withdrawn
    from release r
    join catalogue_item i on i.id = r.input_id
    left join data_version v on v.version = r.version_until and v.version <= ${asOf}
    where r.version_from <= ${asOf}
    order by r.id`.execute(db);
  return rows;
}
