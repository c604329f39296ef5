import { type RawBuilder, sql } from 'kysely';
import { trueAt } from './true-at.ts';

/** How exact the releases are of which a figure stands in a cell of a district: the coarsest of them counts. */
export type ReleaseAccuracy = { readonly roundedTo: number | null; readonly perturbed: boolean };

/**
 * SQL: a lateral query `accuracy` of one row for the row `a` of `aggregate`. Few releases are inexact; only for these the
 * figures are looked at, since a release of which nothing stands here explains no difference.
 */
export function accuracyOf(asOf: number): RawBuilder<ReleaseAccuracy> {
  return sql`cross join lateral (
        select max(r.rounded_to) as "roundedTo", coalesce(bool_or(r.perturbed), false) as perturbed
        from release r
        join observation o on o.district_id = a.district_id and o.measure_id = a.measure_id and o.period = a.period
          and o.breakdown_id = a.breakdown_id and o.release_id = r.id and ${trueAt('o', asOf)}
        where (r.rounded_to is not null or r.perturbed) and a.measure_id = any(r.measure_ids)
          and a.period = any(r.periods) and ${trueAt('r', asOf)}
      ) accuracy`;
}
