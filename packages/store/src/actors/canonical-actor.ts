import { type RawBuilder, sql } from 'kysely';

/**
 * SQL: the key of the actor for which a key stands: of the surviving one where it was merged, else the key itself. `column` is an alias with its
 * column (`m.actor_key`). A merged actor names the one that is left at once, so one step is enough:
 *
 * ```ts
 * sql`select ${canonicalActor('m.actor_key')} as actor from body_member m`
 * ```
 */
export function canonicalActor(column: string): RawBuilder<string> {
  return sql.raw(canonicalActorText(column));
}

/** The same as text, for statements that are sent as they are. */
export function canonicalActorText(column: string): string {
  return `coalesce((select merged.merged_into from actor merged where merged.key = ${column}), ${column})`;
}
