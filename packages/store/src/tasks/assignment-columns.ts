import { type RawBuilder, sql } from 'kysely';
import { canonicalActor } from '../actors/canonical-actor.ts';
import type { StoredAssignment } from './stored-assignment.ts';

/** SQL: the columns of a StoredAssignment, from `a` (task_assignment). */
export const assignmentColumns: RawBuilder<StoredAssignment> = sql`a.district_key as district, a.key, a.task_key as task,
      a.territory_key as territory, ${canonicalActor('a.actor_key')} as actor, a.role,
      a.valid_from::text as "from", a.valid_until::text as until, a.revision`;
