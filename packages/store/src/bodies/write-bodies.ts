import type { CooperationBody } from '@kreisweit/domain';
import type { Rows } from '../access/rows.ts';
import { type BodyAddress, bodyAddressText } from './body-address.ts';
import type { StoredBody } from './body-row.ts';

/**
 * Stores bodies with all of their members, each one revision after what is stored, and answers the addresses (`bodyAddressText`) of those that were: one
 * is left out where somebody else was faster. Four statements for any number of bodies.
 */
export async function writeBodies(rows: Rows, bodies: readonly StoredBody[]): Promise<ReadonlySet<string>> {
  if (bodies.length === 0) return new Set();
  const found = await rows<BodyAddress>(WRITE, [JSON.stringify(bodies.map(bodyRow))]);
  const written = new Set(found.map(bodyAddressText));
  const after = bodies.filter((body) => written.has(bodyAddressText(body)));
  await rows(REMOVE_MEMBERS, [after.map(({ district }) => district), after.map(({ key }) => key)]);
  await rows(ADD_MEMBERS, [JSON.stringify(after.flatMap(memberRows))]);
  await rows(ADD_MUNICIPALITIES, [JSON.stringify(after.flatMap(municipalityRows))]);
  return written;
}

function bodyRow({ district, key, revision, kind, title, purpose, recurrence, from, until }: StoredBody) {
  return {
    district_key: district,
    key,
    revision,
    kind,
    title_de: title.de,
    title_en: title.en,
    purpose_de: purpose?.de ?? null,
    purpose_en: purpose?.en ?? null,
    ...intervalOf(recurrence),
    valid_from: from,
    valid_until: until,
  };
}

function intervalOf(recurrence: CooperationBody['recurrence']) {
  if (recurrence === null) return { every_months: null, every_weeks: null, recurs_since: null };
  const { every, since } = recurrence;
  const months = 'months' in every ? every.months : null;
  const weeks = 'weeks' in every ? every.weeks : null;
  return { every_months: months, every_weeks: weeks, recurs_since: since };
}

function memberRows({ district, key, members }: StoredBody) {
  return members.map(({ actor, role, from, until }, position) => ({
    district_key: district,
    body_key: key,
    position,
    actor_key: actor,
    role,
    valid_from: from,
    valid_until: until,
  }));
}

function municipalityRows({ district, key, members }: StoredBody) {
  return members.flatMap(({ represents }, position) =>
    represents.map((municipality) => ({
      district_key: district,
      body_key: key,
      position,
      municipality_key: municipality,
    })),
  );
}

const WRITE = `
insert into cooperation_body as b (
  district_key, key, revision, kind, title_de, title_en, purpose_de, purpose_en, every_months, every_weeks, recurs_since,
  valid_from, valid_until
)
select district_key, key, revision, kind, title_de, title_en, purpose_de, purpose_en, every_months, every_weeks, recurs_since,
  valid_from, valid_until
from json_to_recordset($1::json) as w (
  district_key text, key text, revision int, kind text, title_de text, title_en text, purpose_de text, purpose_en text,
  every_months int, every_weeks int, recurs_since date, valid_from date, valid_until date
)
order by district_key, key
on conflict (district_key, key) do update
  set revision = excluded.revision, kind = excluded.kind, title_de = excluded.title_de, title_en = excluded.title_en,
    purpose_de = excluded.purpose_de, purpose_en = excluded.purpose_en, every_months = excluded.every_months,
    every_weeks = excluded.every_weeks, recurs_since = excluded.recurs_since, valid_from = excluded.valid_from,
    valid_until = excluded.valid_until
  where b.revision = excluded.revision - 1
returning b.district_key as district, b.key`;

const REMOVE_MEMBERS = `
delete from body_member m
using unnest($1::text[], $2::text[]) as w (district_key, body_key)
where m.district_key = w.district_key and m.body_key = w.body_key`;

const ADD_MEMBERS = `
insert into body_member (district_key, body_key, position, actor_key, role, valid_from, valid_until)
select district_key, body_key, position, actor_key, role, valid_from, valid_until
from json_to_recordset($1::json) as w (
  district_key text, body_key text, position int, actor_key text, role text, valid_from date, valid_until date
)`;

const ADD_MUNICIPALITIES = `
insert into body_member_municipality (district_key, body_key, position, municipality_key)
select district_key, body_key, position, municipality_key
from json_to_recordset($1::json) as w (district_key text, body_key text, position int, municipality_key text)`;
