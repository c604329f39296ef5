import type { Role } from '@kreisweit/domain';
import type { Writer } from '../write/write-version.ts';

/** Who delivered a release, and by which role. */
export type Deliverer = { readonly identity: string; readonly role: Role };

/**
 * Says of a release who delivered it, and for which municipalities and associations (among `recordedFor`, keys) a coordinator did so on behalf
 * of them: shown as such until they confirm it. Answers their keys.
 */
export async function attributeRelease(
  writer: Writer,
  releaseId: number,
  { identity, role }: Deliverer,
  recordedFor: readonly string[] = [],
): Promise<readonly string[]> {
  await writer.run('update release set delivered_by = $2, delivered_role = $3 where id = $1', [
    releaseId,
    identity,
    role,
  ]);
  if (recordedFor.length === 0) return [];
  const rows = await writer.rows<{ key: string }>(ON_BEHALF, [releaseId, recordedFor]);
  return rows.map(({ key }) => key).sort();
}

const ON_BEHALF = `
with recorded as (
  insert into release_on_behalf (release_id, territory_id)
  select l.release_id, l.territory_id
  from release_territory l
  join territory t on t.id = l.territory_id and t.kind = any('{municipality,association}')
  where l.release_id = $1 and t.key = any($2)
  returning territory_id
)
select t.key from recorded r join territory t on t.id = r.territory_id`;
