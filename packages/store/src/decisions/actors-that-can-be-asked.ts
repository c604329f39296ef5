import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';

/** Actors that can be asked, each with the day (ISO) from which on it cannot (null = none), and keys that look alike. */
export type AskableActors = {
  readonly until: ReadonlyMap<string, string | null>;
  readonly near: readonly string[];
};

/** Which of the keys are actors of the directory that are not merged into another one. */
export async function actorsThatCanBeAsked(
  db: Kysely<StoreSchema>,
  keys: readonly string[],
): Promise<AskableActors> {
  if (keys.length === 0) return { until: new Map(), near: [] };
  const { rows } = await sql<{ key: string; asked: boolean; until: string | null }>`
    select a.key, a.key = any(${keys}::text[]) as asked, a.deactivated_on as until
    from actor a
    where a.merged_into is null
      and (a.key = any(${keys}::text[]) or left(a.key, 4) = any(${keys.map((key) => key.slice(0, 4))}::text[]))
    order by asked desc, a.key
    limit ${keys.length + 100}`.execute(db);
  const asked = rows.filter((row) => row.asked);
  return {
    until: new Map(asked.map(({ key, until }) => [key, until])),
    near: rows.map(({ key }) => key),
  };
}
