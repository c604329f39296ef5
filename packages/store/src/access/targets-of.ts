import { everything, type Place, parseTerritoryKey, type Target } from '@kreisweit/domain';
import type { About } from './about.ts';
import { placeByDigits, placesById } from './places-by-id.ts';
import type { Rows } from './rows.ts';

/**
 * What lies behind the things that somebody wants to act on, in their order: of a release its plug-in and territories, of a token those that
 * it is held for, of the cooperation in a district all who take part. What there is not is about nothing certain, so that only a role without a scope reaches it, and nobody
 * learns whether it is there. One statement for all of them, and another one for their places.
 */
export async function targetsOf(rows: Rows, abouts: readonly About[]): Promise<readonly Target[]> {
  const found = await rows<FoundTarget>(TARGETS, [
    abouts.map(({ kind }) => kind),
    abouts.map((about) => numberIn(about)),
    abouts.map((about) => keyIn(about)),
    abouts.map((about) => (about.kind === 'territory' ? (parseTerritoryKey(about.key)?.kind ?? '') : '')),
  ]);
  const byPosition = new Map(found.map((target) => [target.position, target]));
  const placeOf = await placesById(rows, [...new Set(found.flatMap(({ territories }) => territories))], {
    byDigits: true,
  });
  return abouts.map((_, index) => {
    const target = byPosition.get(index + 1);
    if (target === undefined) return everything;
    const { plugin, actors, territories, unknown, inside } = target;
    const places = territories.map((id) => reachedFrom(placeOf.get(id) ?? NOWHERE, inside));
    return { plugin, actors, places: [...places, ...unknown.map(placeByDigits)] };
  });
}

type FoundTarget = {
  readonly position: number;
  readonly plugin: string | null;
  readonly actors: readonly string[];
  readonly territories: readonly number[];
  /** Keys of which the database knows nothing yet. */
  readonly unknown: readonly string[];
  /** Keys of what lies inside, where a role that is held for a part reaches the whole. */
  readonly inside: readonly string[];
};

/** A territory that no grant covers. */
const NOWHERE: Place = Object.freeze({ keys: Object.freeze([]), within: Object.freeze([]) });

function reachedFrom(place: Place, inside: readonly string[]): Place {
  return inside.length === 0 ? place : { ...place, within: [...place.within, ...inside] };
}

function numberIn(about: About): number | null {
  if (about.kind === 'proposed') return about.proposed;
  return about.kind === 'release' ? about.release : null;
}

function keyIn(about: About): string | null {
  if (about.kind === 'plugin') return about.plugin;
  if (about.kind === 'token') return about.id;
  if (about.kind === 'territory') return parseTerritoryKey(about.key)?.key ?? '';
  if (about.kind === 'cooperation') return about.district;
  return about.kind === 'actor' ? about.key : null;
}

const TARGETS = `
with wanted as (
  select * from unnest($1::text[], $2::int[], $3::text[], $4::text[])
    with ordinality as w (kind, number, key, territory_kind, position)
),
belonging as (
  select distinct on (m.member_id) m.member_id, m.parent_id
  from membership m
  where m.relation = 'district'
    and exists (select from wanted where kind = 'cooperation')
    and m.version_from <= (select version from published_pointer)
    and (m.version_until is null or m.version_until > (select version from published_pointer))
  order by m.member_id, coalesce(m.in_force_until, m.proven_until) desc, m.proven_from desc
),
taking_part as (
  select b.member_id, b.parent_id, t.key from belonging b join territory t on t.id = b.member_id
)
select w.position::int, w.key as plugin, '{}'::text[] as actors, '{}'::int[] as territories, '{}'::text[] as unknown,
  '{}'::text[] as inside
from wanted w where w.kind = 'plugin'
union all
select w.position::int, null, '{}', array[t.id], '{}', '{}'
from wanted w
join territory t on t.kind = w.territory_kind and t.key = w.key
where w.kind = 'territory'
union all
select w.position::int, null, array[a.key], array(select territory_id from actor_territory l where l.actor_key = a.key), '{}', '{}'
from wanted w
join actor a on a.key = w.key
where w.kind = 'actor'
union all
select w.position::int, split_part(p.input, '/', 1), '{}',
  array(select t.id from territory t where t.kind || ' ' || t.key = any(p.territories)),
  array(
    select split_part(name, ' ', 2) from unnest(p.territories) as name
    where not exists (select from territory t where t.kind || ' ' || t.key = name)
  ), '{}'
from wanted w
join proposed_release p on p.id = w.number
where w.kind = 'proposed'
union all
select w.position::int, split_part(i.key, '/', 1), '{}',
  array(select territory_id from release_territory l where l.release_id = r.id), '{}', '{}'
from wanted w
join release r on r.id = w.number and r.version_from <= (select version from published_pointer)
join catalogue_item i on i.id = r.input_id
where w.kind = 'release'
union all
select w.position::int, null,
  array(
    select l.actor_key
    from actor_territory l
    where l.territory_id = d.id or l.territory_id in (select member_id from taking_part where parent_id = d.id)
  ),
  array[d.id], '{}', array(select key from taking_part where parent_id = d.id)
from wanted w
join territory d on d.kind = 'district' and d.key = w.key
where w.kind = 'cooperation'
union all
select w.position::int, null, '{}',
  array(select t.id from territory t where t.kind = 'district' and t.key = any(k.districts)), '{}', '{}'
from wanted w
join access_token k on k.id = w.key
where w.kind = 'token'`;
