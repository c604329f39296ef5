import { figureAccuracy, PERTURBATION } from '@kreisweit/domain';
import type { CatalogueInForce } from '../catalogue/catalogue-in-force.ts';
import type { Writer } from '../write/write-version.ts';

/**
 * How many delivered totals that this data version touched differ from the sum of their members by more than the accuracy of
 * the figures explains. Its SQL repeats `explainedDifference` of the domain for many rows: both change together.
 */
export async function countDifferences(
  writer: Writer,
  { measures, indicators }: Pick<CatalogueInForce, 'measures' | 'indicators'>,
): Promise<number> {
  const declared = [...measures.values()].map((measure) => {
    const decimals = indicators.get(measure.key)?.decimals ?? 0;
    return {
      id: measure.id,
      ...figureAccuracy(measure, decimals, { roundedTo: null, perturbed: false }),
    };
  });
  const [row] = await writer.rows<{ count: number }>(COUNT, [
    writer.version,
    declared.map(({ id }) => id),
    declared.map(({ roundedTo }) => roundedTo),
    declared.map(({ perturbed }) => perturbed),
  ]);
  return row?.count ?? 0;
}

const COUNT = `
with differing as materialized (
  select a.district_id, a.measure_id, a.period, a.breakdown_id, abs(a.difference) - 1e-9 * abs(a.value) as size, a.reported + 1 as figures
  from aggregate a
  join touched t using (district_id, measure_id, period, breakdown_id)
  where a.version_from = $1 and abs(a.difference) > 1e-9 * abs(a.value)
)
select (count(*) filter (
    where d.size > d.figures / 2.0 * coalesce(r.rounded_to, m.rounded_to)
      + case when r.perturbed or m.perturbed then ${PERTURBATION} * sqrt(d.figures) else 0 end
  ))::int as count
from differing d
join unnest($2::int[], $3::double precision[], $4::boolean[]) as m (measure_id, rounded_to, perturbed) using (measure_id)
left join lateral (
  select max(r.rounded_to) as rounded_to, bool_or(r.perturbed) as perturbed
  from release r
  join observation o on o.district_id = d.district_id and o.measure_id = d.measure_id and o.period = d.period
    and o.breakdown_id = d.breakdown_id and o.release_id = r.id and o.version_until is null
  where (r.rounded_to is not null or r.perturbed) and d.measure_id = any(r.measure_ids) and d.period = any(r.periods)
    and r.version_until is null
) r on true`;
