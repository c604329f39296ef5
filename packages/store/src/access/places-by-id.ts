import { districtKeyOf, type Place, parseTerritoryKey } from '@kreisweit/domain';
import type { Rows } from './rows.ts';

type FoundPlace = Place & { readonly id: number };

/**
 * The territories of internal ids, and what they lie in: on the latest day of which official sources know, or on their last one.
 * `byDigits` also asks the key of a territory that nobody knows anything about: to review it, not to act for it.
 */
export async function placesById(
  rows: Rows,
  ids: readonly number[],
  { byDigits = false }: { readonly byDigits?: boolean } = {},
): Promise<ReadonlyMap<number, Place>> {
  if (ids.length === 0) return new Map();
  const found = await rows<FoundPlace>(PLACES, [ids]);
  return new Map(
    found.map(({ id, keys, within }) => {
      const isAlone = within.length === keys.length;
      return [id, byDigits && isAlone ? placeByDigits(keys[0] ?? '') : { keys, within }];
    }),
  );
}

/** A territory of which nothing but its key is known: its digits say in which district it lies. */
export function placeByDigits(key: string): Place {
  const territory = parseTerritoryKey(key);
  const district = territory === null ? null : districtKeyOf(territory);
  return { keys: [key], within: district === null ? [key] : [...new Set([key, district])] };
}

/**
 * A territory in another role (`same_as`) is the same place. Of two memberships of one relation the later one counts: a municipality that
 * changed its district belongs to the new one only.
 */
const PLACES = `
with named as (
  select t.id, coalesce(t.same_as, t.id) as canonical_id from territory t where t.id = any($1)
),
role as (
  select n.id, r.id as role_id, r.key
  from named n
  join territory r on r.id = n.canonical_id or r.same_as = n.canonical_id
),
above as (
  select distinct on (role.id, role.role_id, m.relation) role.id, m.parent_id
  from role
  join membership m on m.member_id = role.role_id and m.relation <> 'group'
    and m.version_from <= (select version from published_pointer)
    and (m.version_until is null or m.version_until > (select version from published_pointer))
  order by role.id, role.role_id, m.relation, coalesce(m.in_force_until, m.proven_until) desc, m.proven_from desc
)
select n.id,
  array(select key from role where role.id = n.id order by length(key), key) as keys,
  array(
    select key from role where role.id = n.id
    union
    select p.key from above join territory p on p.id = above.parent_id where above.id = n.id
  ) as within
from named n`;
