import { type RawBuilder, sql } from 'kysely';
import { canonicalActor } from '../actors/canonical-actor.ts';

/**
 * SQL: the assignment `a` (task_assignment) holds on a day (null = any day will do, also one that is over): the day lies within it, and its actor
 * is still active. A task whose actor is gone is nobody's, whatever was once agreed.
 */
export function holdsOn(day: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(${day} is null or coalesce(a.valid_from, '-infinity') <= ${day} and coalesce(a.valid_until, 'infinity') >= ${day}
        and not exists (
          select from actor gone where gone.key = ${canonicalActor('a.actor_key')} and gone.deactivated_on <= ${day}
        ))`;
}
