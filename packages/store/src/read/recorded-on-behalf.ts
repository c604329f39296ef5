import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { groupByPosition } from './group-by-position.ts';

/** A municipality or association for which the coordination recorded a release, and when it confirmed that (ISO, UTC; null: not yet). */
export type RecordedOnBehalf = {
  readonly territory: { readonly key: string; readonly name: string };
  readonly confirmedAt: string | null;
};

/** For whom releases (their numbers) were recorded by the coordination of a district, by key; in the order of the releases. */
export async function recordedOnBehalf(
  db: Kysely<StoreSchema>,
  { releases }: { readonly releases: readonly number[] },
): Promise<readonly (readonly RecordedOnBehalf[])[]> {
  const { rows } = await sql<RecordedOnBehalf & { position: number }>`
    select w.position::int, json_build_object('key', t.key, 'name', coalesce(v.name, t.key)) as territory,
      to_char(b.confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "confirmedAt"
    from unnest(${releases}::int[]) with ordinality as w (release_id, position)
    join release_on_behalf b on b.release_id = w.release_id
    join territory t on t.id = b.territory_id
    left join lateral (
      select name from territory_version where territory_id = t.id and version_until is null
      order by proven_from desc
      limit 1
    ) v on true
    order by w.position, t.key`.execute(db);
  return groupByPosition(rows, releases.length);
}
