import type { TerritoryKind } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { dayOrLatest, inForceOn } from './in-force-on.ts';
import { type TerritoryRow, territoryColumns, versionOnDay } from './territory-row.ts';
import { trueAt } from './true-at.ts';

/**
 * The territory of a kind in which a territory (its internal id) lies on a day (ISO); `kind` null asks for its parent:
 * the nearest one, associations left out.
 */
export type AboveRequest = {
  readonly memberId: number;
  readonly kind: TerritoryKind | null;
  readonly day: string;
};

/** The territories above territories, in the order of the requests; null where there is none. */
export async function territoryAbove(
  db: Kysely<StoreSchema>,
  { asOf, requests }: { readonly asOf: number; readonly requests: readonly AboveRequest[] },
): Promise<readonly (TerritoryRow | null)[]> {
  const { rows } = await sql<TerritoryRow & { position: number }>`
    select distinct on (wanted.position) wanted.position::int, ${territoryColumns}
    from unnest(
      ${requests.map(({ memberId }) => memberId)}::int[],
      ${requests.map(({ kind }) => kind)}::text[],
      ${requests.map(({ day }) => day)}::date[]
    ) with ordinality as wanted (member_id, kind, day, position)
    join membership m on m.member_id = wanted.member_id and ${trueAt('m', asOf)}
      and m.relation = any(
        case when wanted.kind is null then array['district', 'region', 'state', 'country'] else array[wanted.kind] end
      )
    join territory t on t.id = m.parent_id
    cross join lateral ${dayOrLatest(sql`wanted.day`)} in_force
    join lateral ${versionOnDay(asOf)} v on true
    order by wanted.position,
      ${inForceOn('m', sql`wanted.day`)} desc,
      array_position(array['association', 'district', 'region', 'state', 'country'], m.relation),
      m.proven_from desc, t.key`.execute(db);
  const byPosition = new Map(rows.map((row) => [row.position, row]));
  return requests.map((_, index) => byPosition.get(index + 1) ?? null);
}
