import { everything, type Place, parseTerritoryKey, type Target } from '@kreisweit/domain';
import { canonicalActorText } from '../actors/canonical-actor.ts';
import type { About } from './about.ts';
import { placeByDigits, placesById } from './places-by-id.ts';
import type { Rows } from './rows.ts';

/**
 * What lies behind the things that somebody wants to act on, in their order: of a release its plug-in and territories, of a token those that
 * it is held for, of the cooperation in a district all who take part. What there is not is about nothing certain, so that only a role without a scope reaches it, and nobody
 * learns whether it is there. One statement for all of them, and another one for their places.
 */
export async function targetsOf(rows: Rows, abouts: readonly About[]): Promise<readonly Target[]> {
  const speaking = abouts.filter((about) => about.kind === 'position' && about.party.kind === 'ACTOR');
  const targets = await foundTargets(rows, [
    ...abouts.map(placeOfPosition),
    ...speaking.map(actorOfPosition),
  ]);
  const actorsOf = new Map(
    speaking.map((about, index) => [about, targets[abouts.length + index]?.actors ?? []]),
  );
  return abouts.map((about, index) =>
    reachedBy(about, targets[index] ?? everything, actorsOf.get(about) ?? []),
  );
}

/** The place that a position is about: an actor speaks in the place of the district that asks it. */
function placeOfPosition(about: About): About {
  if (about.kind !== 'position') return about;
  const { party, district } = about;
  return { kind: 'territory', key: party.kind === 'ACTOR' ? district : party.key };
}

/** The actor that a position is about: one that was merged is the one that it was merged into. */
function actorOfPosition(about: About): About {
  return about.kind === 'position' ? { kind: 'actor', key: about.party.key } : about;
}

/** What a position is about reaches its party, and the district in which it is taken. */
function reachedBy(about: About, target: Target, actors: readonly string[]): Target {
  if (about.kind !== 'position' || target === everything) return target;
  const places = target.places.map((place) => ({ ...place, within: [...place.within, about.district] }));
  return { ...target, actors, places };
}

async function foundTargets(rows: Rows, abouts: readonly About[]): Promise<readonly Target[]> {
  const found = await rows<FoundTarget>(TARGETS, [
    abouts.map(({ kind }) => kind),
    abouts.map((about) => numberIn(about)),
    abouts.map((about) => keyIn(about)),
    abouts.map((about) => territoryKindIn(about)),
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
  if (about.kind === 'action') return about.number;
  return about.kind === 'release' ? about.release : null;
}

function keyIn(about: About): string | null {
  if (about.kind === 'plugin') return about.plugin;
  if (about.kind === 'token') return about.id;
  if (about.kind === 'territory') return parseTerritoryKey(about.key)?.key ?? '';
  if (about.kind === 'cooperation') return about.district;
  if (about.kind === 'part') return `${about.district}/${parseTerritoryKey(about.key)?.key ?? ''}`;
  if (about.kind === 'assignment') return `${about.district}/${about.key}`;
  if (about.kind === 'action') return `${about.district}/${about.concept}/${about.action}`;
  return about.kind === 'actor' ? about.key : null;
}

function territoryKindIn(about: About): string {
  if (about.kind !== 'territory' && about.kind !== 'part') return '';
  return parseTerritoryKey(about.key)?.kind ?? '';
}

/**
 * An actor is about the district that keeps its entry, and that one only: where it says that it works would let it read the internals of every
 * district. What was given to those who represent an actor before it was merged (`standing`) holds for the one that is left; of an
 * actor that was deactivated nobody is one any more.
 */
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
),
in_body as (
  select distinct m.district_key, ${canonicalActorText('m.actor_key')} as actor_key
  from wanted w
  join cooperation_body b on b.district_key = w.key
  join body_member m on m.district_key = b.district_key and m.body_key = b.key
  cross join lateral (select (now() at time zone 'Europe/Berlin')::date as day) today
  where w.kind = 'cooperation'
    and coalesce(greatest(b.valid_from, m.valid_from), '-infinity') <= today.day
    and coalesce(least(b.valid_until, m.valid_until), 'infinity') >= today.day
),
standing as (
  select a.key, s.key as survivor, s.district_key
  from actor a
  join actor s on s.key = coalesce(a.merged_into, a.key)
  where s.deactivated_on is null
    and s.key = any(
      select ${canonicalActorText('w.key')} from wanted w where w.kind = 'actor'
      union all
      select k.key from wanted w join actor k on k.district_key = w.key where w.kind = 'cooperation'
      union all
      select actor_key from in_body
    )
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
select w.position::int, null, array(select key from standing where survivor = a.key),
  array(select t.id from territory t where t.kind = 'district' and t.key = a.district_key), '{}', '{}'
from wanted w
join actor a on a.key = ${canonicalActorText('w.key')}
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
    select key from standing
    where district_key = d.key or survivor = any(select actor_key from in_body where district_key = d.key)
  ),
  array[d.id], '{}', array(select key from taking_part where parent_id = d.id)
from wanted w
join territory d on d.kind = 'district' and d.key = w.key
where w.kind = 'cooperation'
union all
select w.position::int, null, '{}', array[coalesce(t.id, d.id)], '{}', array[d.key]
from wanted w
join territory d on d.kind = 'district' and d.key = split_part(w.key, '/', 1)
left join task_assignment a on w.kind = 'assignment' and a.district_key = d.key and a.key = split_part(w.key, '/', 2)
left join territory t on t.kind = coalesce(a.territory_kind, w.territory_kind)
  and t.key = coalesce(a.territory_key, split_part(w.key, '/', 2))
where w.kind = 'part' or w.kind = 'assignment'
union all
select w.position::int, null,
  array(
    select k.key
    from concept_version v
    join concept_action_actor l
      on l.district_key = v.district_key and l.concept_key = v.concept_key and l.number = v.number
    join actor s on s.key = ${canonicalActorText('l.actor_key')} and s.deactivated_on is null
    join actor k on k.key = s.key or k.merged_into = s.key
    where v.district_key = d.key and v.concept_key = split_part(w.key, '/', 2) and v.number = w.number
      and v.adopted_on is not null and l.action_key = split_part(w.key, '/', 3)
  ),
  array[d.id], '{}', '{}'
from wanted w
join territory d on d.kind = 'district' and d.key = split_part(w.key, '/', 1)
where w.kind = 'action'
union all
select w.position::int, null, '{}',
  array(select t.id from territory t where t.kind = 'district' and t.key = any(k.districts)), '{}', '{}'
from wanted w
join access_token k on k.id = w.key
where w.kind = 'token'`;
