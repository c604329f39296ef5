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

/** The territories that the staged release has cells of, each by kind and key (`municipality 12070008`). */
export async function keysOfStage(rows: Rows): Promise<readonly string[]> {
  const found = await rows<{ name: string }>(KEYS);
  return found.map(({ name }) => name);
}

const KEYS = `
select distinct t.kind || ' ' || t.key as name
from stage_place p
join territory t on t.id = p.territory_id
where p.no in (select place_no from stage_cell)
order by name`;

/** The associations (keys) that the keys of the staged release name, with their members (internal ids). */
export async function associationsOfStage(
  rows: Rows,
): Promise<readonly { readonly territory: number; readonly association: string }[]> {
  return rows(ASSOCIATIONS);
}

const ASSOCIATIONS = `
select distinct p.territory_id as territory, a.key as association
from stage_cell c
join stage_place p on p.no = c.place_no
join territory a on a.id = c.association_id`;
