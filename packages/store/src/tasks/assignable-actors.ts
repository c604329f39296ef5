import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';

/** The keys of the actors that can be assigned, and for the others what to do instead. */
export type AssignableActors = {
  readonly active: ReadonlySet<string>;
  readonly whyNot: ReadonlyMap<string, string>;
};

/** All actors by whether they can be assigned on a day (ISO). One statement. */
export async function assignableActors(db: Kysely<StoreSchema>, day: string): Promise<AssignableActors> {
  const { rows } = await sql<{ key: string; mergedInto: string | null; deactivatedOn: string | null }>`
    select key, merged_into as "mergedInto", deactivated_on::text as "deactivatedOn" from actor`.execute(db);
  const active = new Set<string>();
  const whyNot = new Map<string, string>();
  for (const { key, mergedInto, deactivatedOn } of rows) {
    if (mergedInto !== null) whyNot.set(key, `'${key}' is one with '${mergedInto}' by now: write that`);
    else if (deactivatedOn === null || deactivatedOn > day) active.add(key);
    else whyNot.set(key, `'${key}' is not active since ${deactivatedOn}: choose another actor`);
  }
  return { active, whyNot };
}
