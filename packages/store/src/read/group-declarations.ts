import type { GroupCategory, LocalisedText } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { trueAt } from './true-at.ts';

/** What was declared about a free group beside its members; `source` is who did so. */
export type GroupDeclaration = {
  readonly title: LocalisedText;
  readonly category: GroupCategory;
  readonly source: string;
};

/** The declarations of groups (their internal ids), in the order of the ids; null where a data version has none. */
export async function groupDeclarations(
  db: Kysely<StoreSchema>,
  { asOf, ids }: { readonly asOf: number; readonly ids: readonly number[] },
): Promise<readonly (GroupDeclaration | null)[]> {
  const { rows } = await sql<GroupDeclaration & { id: number }>`
    select g.territory_id as id, json_build_object('de', g.title_de, 'en', g.title_en) as title, g.category, g.source
    from territory_group g
    where g.territory_id = any(${ids}::int[]) and ${trueAt('g', asOf)}`.execute(db);
  const byId = new Map(rows.map(({ id, ...declaration }) => [id, declaration]));
  return ids.map((id) => byId.get(id) ?? null);
}
