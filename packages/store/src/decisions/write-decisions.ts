import type { JointDecision } from '@kreisweit/domain';
import type { Rows } from '../access/rows.ts';
import { addressText, type DecisionAddress } from './decision-address.ts';

/** A decision as it was stored (null = it was not) and as it is to be: its history goes on from there. */
export type ChangedDecision = { readonly before: JointDecision | null; readonly after: JointDecision };

/**
 * Stores how joint decisions went on, and answers the addresses (`addressText`) of those that were: one is left out whose row has another
 * revision than `before` by now, since somebody else was faster. Four statements for any number of decisions.
 */
export async function writeDecisions(
  rows: Rows,
  changed: readonly ChangedDecision[],
): Promise<ReadonlySet<string>> {
  if (changed.length === 0) return new Set();
  const moved = await rows<DecisionAddress>(MOVE, [JSON.stringify(changed.map(decisionRow))]);
  const written = new Set(moved.map(addressText));
  const after = changed.filter((each) => written.has(addressText(each.after)));
  await rows(ADD_ENTRIES, [JSON.stringify(after.flatMap(entryRows))]);
  const parties = JSON.stringify(after.filter(hasOtherParties).flatMap(partyRows));
  await rows(REMOVE_PARTIES, [parties]);
  await rows(ADD_PARTIES, [parties]);
  return written;
}

function decisionRow({ before, after }: ChangedDecision) {
  const { district, key, round, revision, state, consultation, voting, proposals, history } = after;
  const title = proposals.at(-1)?.title;
  const ended = history.findLast(({ event }) => ['ADOPTED', 'NOT_ADOPTED', 'WITHDRAWN'].includes(event.kind));
  return {
    district_key: district,
    key,
    round,
    expected: before?.revision ?? 0,
    revision,
    state,
    title_de: title?.de,
    title_en: title?.en,
    consultation_last_day: consultation?.lastDay ?? null,
    voting_last_day: voting?.lastDay ?? null,
    ended_on: ended?.on ?? null,
  };
}

function entryRows({ before, after }: ChangedDecision) {
  return after.history.slice(before?.history.length ?? 0).map(({ revision, on, event }) => ({
    district_key: after.district,
    key: after.key,
    round: after.round,
    revision,
    kind: event.kind,
    happened_on: on,
    event,
  }));
}

function hasOtherParties({ before, after }: ChangedDecision): boolean {
  return before?.parties !== after.parties;
}

function partyRows({ after: { district, key, round, parties } }: ChangedDecision) {
  return parties.map((party) => ({
    district_key: district,
    key,
    round,
    kind: party.kind,
    party_key: party.key,
  }));
}

const MOVE = `
with wanted as (
  select * from json_to_recordset($1::json) as w (
    district_key text, key text, round int, expected int, revision int, state text, title_de text, title_en text,
    consultation_last_day date, voting_last_day date, ended_on date
  )
)
insert into joint_decision as d (
  district_key, key, round, revision, state, title_de, title_en, consultation_last_day, voting_last_day, ended_on
)
select district_key, key, round, revision, state, title_de, title_en, consultation_last_day, voting_last_day, ended_on
from wanted
order by district_key, key, round
on conflict (district_key, key, round) do update
  set revision = excluded.revision, state = excluded.state, title_de = excluded.title_de, title_en = excluded.title_en,
    consultation_last_day = excluded.consultation_last_day, voting_last_day = excluded.voting_last_day,
    ended_on = excluded.ended_on
  where d.revision = (
    select w.expected from wanted w where w.district_key = d.district_key and w.key = d.key and w.round = d.round
  )
returning d.district_key as district, d.key, d.round`;

const ADD_ENTRIES = `
insert into joint_decision_entry (district_key, key, round, revision, kind, happened_on, event)
select district_key, key, round, revision, kind, happened_on, event
from json_to_recordset($1::json) as e (
  district_key text, key text, round int, revision int, kind text, happened_on date, event json
)`;

const REMOVE_PARTIES = `
with wanted as (
  select *
  from json_to_recordset($1::json) as w (district_key text, key text, round int, kind text, party_key text)
)
delete from joint_decision_party p
where (p.district_key, p.key, p.round) = any(select district_key, key, round from wanted)
  and (p.district_key, p.key, p.round, p.kind, p.party_key) <> all(
    select district_key, key, round, kind, party_key from wanted
  )`;

const ADD_PARTIES = `
insert into joint_decision_party (district_key, key, round, kind, party_key)
select district_key, key, round, kind, party_key
from json_to_recordset($1::json) as w (district_key text, key text, round int, kind text, party_key text)
on conflict do nothing`;
