import type { Rows } from '../access/rows.ts';
import { type MeetingAddress, meetingAddressText } from './body-address.ts';
import type { StoredMeeting } from './meeting-row.ts';

/**
 * Stores meetings with their resolutions and who took part, each one revision after what is stored, and answers the addresses (`meetingAddressText`) of
 * those that were: one is left out where somebody else was faster. Five statements for any number of meetings.
 */
export async function writeMeetings(
  rows: Rows,
  meetings: readonly StoredMeeting[],
): Promise<ReadonlySet<string>> {
  if (meetings.length === 0) return new Set();
  const found = await rows<MeetingAddress>(WRITE, [JSON.stringify(meetings.map(meetingRow))]);
  const written = new Set(found.map(meetingAddressText));
  const after = meetings.filter((meeting) => written.has(meetingAddressText(meeting)));
  const addresses = [
    after.map(({ district }) => district),
    after.map(({ body }) => body),
    after.map(({ key }) => key),
  ];
  await rows(REMOVE_RESOLUTIONS, addresses);
  await rows(ADD_RESOLUTIONS, [JSON.stringify(after.flatMap(resolutionRows))]);
  await rows(REMOVE_PARTICIPANTS, addresses);
  await rows(ADD_PARTICIPANTS, [JSON.stringify(after.flatMap(participantRows))]);
  return written;
}

function meetingRow({
  district,
  body,
  key,
  revision,
  day,
  state,
  agenda,
  links,
  participants,
}: StoredMeeting) {
  return {
    district_key: district,
    body_key: body,
    key,
    revision,
    day,
    state,
    agenda,
    links,
    participants_recorded: participants !== null,
  };
}

function resolutionRows({ district, body, key, resolutions }: StoredMeeting) {
  return resolutions.map(({ text, decision }, position) => ({
    district_key: district,
    body_key: body,
    meeting_key: key,
    position,
    text,
    decision_key: decision,
  }));
}

function participantRows({ district, body, key, participants, reported }: StoredMeeting) {
  return (participants ?? reported).map((actor) => ({
    district_key: district,
    body_key: body,
    meeting_key: key,
    actor_key: actor,
  }));
}

const WRITE = `
insert into body_meeting as m (
  district_key, body_key, key, revision, day, state, agenda, links, participants_recorded
)
select district_key, body_key, key, revision, day, state, array(select json_array_elements_text(agenda)), links,
  participants_recorded
from json_to_recordset($1::json) as w (
  district_key text, body_key text, key text, revision int, day date, state text, agenda json, links json,
  participants_recorded boolean
)
order by district_key, body_key, key
on conflict (district_key, body_key, key) do update
  set revision = excluded.revision, day = excluded.day, state = excluded.state, agenda = excluded.agenda,
    links = excluded.links, participants_recorded = excluded.participants_recorded
  where m.revision = excluded.revision - 1
returning m.district_key as district, m.body_key as body, m.key`;

const REMOVE_RESOLUTIONS = `
delete from meeting_resolution r
using unnest($1::text[], $2::text[], $3::text[]) as w (district_key, body_key, meeting_key)
where r.district_key = w.district_key and r.body_key = w.body_key and r.meeting_key = w.meeting_key`;

const ADD_RESOLUTIONS = `
insert into meeting_resolution (district_key, body_key, meeting_key, position, text, decision_key)
select district_key, body_key, meeting_key, position, text, decision_key
from json_to_recordset($1::json) as w (
  district_key text, body_key text, meeting_key text, position int, text text, decision_key text
)`;

const REMOVE_PARTICIPANTS = `
delete from meeting_participant p
using unnest($1::text[], $2::text[], $3::text[]) as w (district_key, body_key, meeting_key)
where p.district_key = w.district_key and p.body_key = w.body_key and p.meeting_key = w.meeting_key`;

const ADD_PARTICIPANTS = `
insert into meeting_participant (district_key, body_key, meeting_key, actor_key)
select district_key, body_key, meeting_key, actor_key
from json_to_recordset($1::json) as w (district_key text, body_key text, meeting_key text, actor_key text)`;
