import type { TerritoryKind } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { groupByPosition } from './group-by-position.ts';
import { inForceOn } from './in-force-on.ts';
import { isOfficial } from './is-official.ts';
import { type TerritoryRow, territoryColumns, versionOnDay } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/** The members of one kind that a territory (its internal id) has on a day (ISO). */
export type MembersRequest = {
  readonly parentId: number;
  readonly kind: TerritoryKind;
  readonly day: string;
};

/**
 * The members of territories on a day, by key. What only tables know is a member of what only tables know. An association that is a single municipality is no association here.
 */
export async function territoryMembers(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly MembersRequest[] },
): Promise<readonly (readonly TerritoryRow[])[]> {
  const { rows } = await sql<TerritoryRow & { position: number }>`
    select wanted.position::int, ${territoryColumns}
    from unnest(
      ${requests.map(({ parentId }) => parentId)}::int[],
      ${requests.map(({ kind }) => kind)}::text[],
      ${requests.map(({ day }) => day)}::date[]
    ) with ordinality as wanted (parent_id, kind, day, position)
    join territory p on p.id = wanted.parent_id
    join membership m on m.parent_id = p.id and m.relation = p.kind and ${trueAt('m', asOf)}
    join territory t on t.id = m.member_id and t.kind = wanted.kind
    cross join lateral (select wanted.day) in_force
    join lateral ${versionOnDay(asOf)} v on true
    where ${inForceOn('m', sql`wanted.day`)}
      and (${isOfficial('t', asOf)} or not ${isOfficial('p', asOf)})
      and not (t.kind = 'association' and t.same_as is not null)
    order by wanted.position, t.key`.execute(db);
  return groupByPosition(rows, requests.length);
}
