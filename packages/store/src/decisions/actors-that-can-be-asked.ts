import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';

/** An actor of the directory: the day (ISO) from which on it is not active, and the one that it was merged into; null = neither. */
export type AskedActor = { readonly until: string | null; readonly mergedInto: string | null };

/** Actors by key, and keys that look alike. */
export type AskableActors = {
  readonly found: ReadonlyMap<string, AskedActor>;
  readonly near: readonly string[];
};

/** Longer ones are the key of nobody. */
const LONGEST_KEY = 100;

/** What the directory knows of the actors of these keys. */
export async function actorsThatCanBeAsked(
  db: Kysely<StoreSchema>,
  given: readonly string[],
): Promise<AskableActors> {
  const keys = given.filter((key) => key.length <= LONGEST_KEY);
  if (keys.length === 0) return { found: new Map(), near: [] };
  const { rows } = await sql<AskedActor & { key: string; asked: boolean }>`
    select a.key, a.key = any(${keys}::text[]) as asked, a.deactivated_on as until, a.merged_into as "mergedInto"
    from actor a
    where a.key = any(${keys}::text[])
      or (a.merged_into is null and left(a.key, 4) = any(${keys.map((key) => key.slice(0, 4))}::text[]))
    order by asked desc, a.key
    limit ${keys.length + 100}`.execute(db);
  const asked = rows.filter((row) => row.asked);
  return {
    found: new Map(asked.map(({ key, until, mergedInto }) => [key, { until, mergedInto }])),
    near: rows.filter((row) => !row.asked).map(({ key }) => key),
  };
}
