import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { groupByPosition } from './group-by-position.ts';
import { inForceOn } from './in-force-on.ts';
import { type TerritoryRow, territoryColumns, versionOnDay } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/** The free groups to which a territory belongs on a day (ISO); `factsId` is the id that all its roles share. */
export type GroupsOfMemberRequest = { readonly factsId: number; readonly day: string };

/**
 * The groups of which territories are members themselves on a day, by key, in the order of the requests. A kreisfreie
 * Stadt belongs to a group in all its roles, whichever of them was declared.
 */
export async function groupsOfMembers(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly GroupsOfMemberRequest[] },
): Promise<readonly (readonly TerritoryRow[])[]> {
  const { rows } = await sql<TerritoryRow & { position: number }>`
    select distinct on (wanted.position, t.key) wanted.position::int, ${territoryColumns}
    from unnest(
      ${requests.map(({ factsId }) => factsId)}::int[],
      ${requests.map(({ day }) => day)}::date[]
    ) with ordinality as wanted (facts_id, day, position)
    join territory c on c.id = wanted.facts_id or c.same_as = wanted.facts_id
    join membership m on m.member_id = c.id and m.relation = 'group' and ${trueAt('m', asOf)}
    join territory t on t.id = m.parent_id
    cross join lateral (select wanted.day) in_force
    join lateral ${versionOnDay(asOf)} v on true
    where ${inForceOn('m', sql`wanted.day`)}
    order by wanted.position, t.key`.execute(db);
  return groupByPosition(rows, requests.length);
}
