import type { Writer } from '../write/write-version.ts';

/**
 * Places staged cells under the district of their day where the table has no rows of districts: one that lists a
 * municipality before it existed means the district in which its predecessors lay (see `deriveEarlierDistricts`).
 */
export async function placeByDay(writer: Writer): Promise<void> {
  await writer.run(PLACE);
}

const PLACE = `
update stage_cell c set district_id = e.district_id
from earlier_district e, stage_moment m
where e.territory_id = c.territory_id and e.version_until is null and m.no = c.moment_no and m.boundary_date < e.before
  and not exists (select from stage_place where role = 'district')`;
