import { type Actor, parseTerritoryKey } from '@kreisweit/domain';
import type { Rows } from '../access/rows.ts';

/** An actor with the revision that it is to have; its territories by their short keys. */
export type RevisedActor = Actor & { readonly revision: number };

/**
 * Writes actors as they are given, and answers the keys of those that were written: of new ones those with the revision 1 that nobody has made
 * meanwhile, of the others those that still have the revision before. A merged one is never written. Asks nothing and checks
 * nothing else.
 */
export async function writeActors(rows: Rows, actors: readonly RevisedActor[]): Promise<ReadonlySet<string>> {
  if (actors.length === 0) return new Set();
  const written = await rows<{ key: string }>(WRITE, [JSON.stringify(actors.map(actorRow))]);
  const keys = new Set(written.map(({ key }) => key));
  const own = actors.filter(({ key }) => keys.has(key));
  await rows(REMOVE_PLACES, [[...keys]]);
  await rows(REMOVE_MEMBERSHIPS, [[...keys]]);
  const places = own.flatMap(({ key: actor, territories }) =>
    territories.map((key) => ({ actor, ...parseTerritoryKey(key) })),
  );
  if (places.length > 0) await rows(ADD_PLACES, [JSON.stringify(places)]);
  const memberships = own.flatMap(({ key: actor, memberships }) =>
    memberships.map((membership, position) => ({ actor, position, ...membership })),
  );
  if (memberships.length > 0) await rows(ADD_MEMBERSHIPS, [JSON.stringify(memberships)]);
  return keys;
}

function actorRow({ description, territories, memberships, ...actor }: RevisedActor) {
  return { ...actor, de: description.de, en: description.en };
}

/** In the order of their keys, so that two who save at once cannot wait for each other. */
const WRITE = `
insert into actor (
  key, kind, name, description_de, description_en, topics, languages, migrant_led, demo,
  district_key, website, email, source, deactivated_on, revision
)
select w.key, w.kind, w.name, w.de, w.en, w.topics, w.languages, w."migrantLed", w.demo,
  w.district, w.website, w.email, w.source, w."deactivatedOn", w.revision
from json_to_recordset($1::json) as w (
  key text, kind text, name text, de text, en text, topics text[], languages text[], "migrantLed" boolean, demo boolean,
  district text, website text, email text, source text, "deactivatedOn" date, revision int
)
order by w.key
on conflict (key) do update set
  kind = excluded.kind, name = excluded.name,
  description_de = excluded.description_de, description_en = excluded.description_en,
  topics = excluded.topics, languages = excluded.languages, migrant_led = excluded.migrant_led, demo = excluded.demo,
  district_key = excluded.district_key, website = excluded.website, email = excluded.email, source = excluded.source,
  deactivated_on = excluded.deactivated_on, revision = excluded.revision
where actor.revision = excluded.revision - 1 and actor.merged_into is null
returning key`;

const REMOVE_PLACES = 'delete from actor_territory where actor_key = any($1::text[])';

const REMOVE_MEMBERSHIPS = 'delete from actor_membership where actor_key = any($1::text[])';

const ADD_PLACES = `
insert into actor_territory (actor_key, territory_id)
select w.actor, t.id
from json_to_recordset($1::json) as w (actor text, kind text, key text)
join territory t on t.kind = w.kind and t.key = w.key`;

const ADD_MEMBERSHIPS = `
insert into actor_membership (actor_key, position, organisation_key, valid_from, valid_until)
select w.actor, w.position, w.organisation, w."from", w.until
from json_to_recordset($1::json) as w (actor text, position int, organisation text, "from" date, until date)
order by w.organisation`;
