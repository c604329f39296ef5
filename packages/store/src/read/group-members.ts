import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { groupByPosition } from './group-by-position.ts';
import { inForceOn } from './in-force-on.ts';
import { type TerritoryRow, territoryColumns, versionOnDay } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/** The members that a free group (its internal id) has on a day (ISO). */
export type GroupMembersRequest = { readonly groupId: number; readonly day: string };

/** The members of groups on a day, of whatever kind, by key, in the order of the requests. */
export async function groupMembers(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly GroupMembersRequest[] },
): Promise<readonly (readonly TerritoryRow[])[]> {
  const { rows } = await sql<TerritoryRow & { position: number }>`
    select wanted.position::int, ${territoryColumns}
    from unnest(
      ${requests.map(({ groupId }) => groupId)}::int[],
      ${requests.map(({ day }) => day)}::date[]
    ) with ordinality as wanted (group_id, day, position)
    join membership m on m.parent_id = wanted.group_id and m.relation = 'group' and ${trueAt('m', asOf)}
    join territory t on t.id = m.member_id
    cross join lateral (select wanted.day) in_force
    join lateral ${versionOnDay(asOf)} v on true
    where ${inForceOn('m', sql`wanted.day`)}
    order by wanted.position, t.key`.execute(db);
  return groupByPosition(rows, requests.length);
}
