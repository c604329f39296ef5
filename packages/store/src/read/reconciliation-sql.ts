import { type RawBuilder, sql } from 'kysely';
import type { ReleaseAccuracy } from './accuracy-sql.ts';

/**
 * What may be told of a delivered total beside the sum of its members. `summed` and `difference` are null unless every
 * expected member has reported and none is confidential, and so is `members` where one is (rule 13).
 */
export type ReconciledCell = ReleaseAccuracy & {
  /** The delivered total of the territory; null where none was delivered, or not a number. */
  readonly delivered: number | null;
  readonly summed: number | null;
  readonly difference: number | null;
  /** How many members reported. */
  readonly members: number | null;
  /** The total or a member is confidential. */
  readonly confidential: boolean;
};

/**
 * SQL: the columns of a ReconciledCell, from the row `a` of `aggregate` and the `accuracy` of its releases. That a difference is stored only where it is free
 * is the rule of rolling up; it is asked again here, since nothing else stands before the reader.
 */
export const reconciledColumns: RawBuilder<ReconciledCell> = sql`
        case when a.origin = 0 and a.status = 0 then a.value end as delivered,
        case
          when a.hidden > 0 or a.status <> 0 then null
          when a.origin = 1 then a.value
          when a.difference is not null then a.sum
        end as summed,
        case when a.hidden = 0 and a.status = 0 and a.origin = 0 then a.difference end as difference,
        case when a.hidden = 0 then a.reported end as members, accuracy."roundedTo", accuracy.perturbed,
        coalesce(a.hidden > 0 or a.status >= 70, false) as confidential`;
