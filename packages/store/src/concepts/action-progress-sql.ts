import type { ActionProgress } from '@kreisweit/domain';
import { type RawBuilder, sql } from 'kysely';

/**
 * SQL: how `a` (concept_action) stands on a day, as the domain's `actionProgress` says. `day` is an expression of the type date.
 */
export function actionProgressSql(day: RawBuilder<unknown>): RawBuilder<ActionProgress> {
  return sql`case
        when a.status = 'STOPPED' then 'STOPPED'
        when a.status = 'DONE' and a.done_on is null then 'DONE_UNDATED'
        when a.status = 'DONE' and a.done_on <= ${day}
          then case when a.done_on > a.valid_until then 'DONE_LATE' else 'DONE_ON_TIME' end
        when a.valid_until < ${day} then 'OVERDUE'
        else 'ON_TIME'
      end`;
}
