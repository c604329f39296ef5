import type { Rows } from './rows.ts';

/** The territories (internal ids) that the staged release has cells of. */
export async function territoriesOfStage(rows: Rows): Promise<readonly number[]> {
  const found = await rows<{ id: number }>(TERRITORIES);
  return found.map(({ id }) => id);
}

const TERRITORIES = `
select distinct p.territory_id as id from stage_place p
where p.no in (select place_no from stage_cell)
order by id`;
