import type { Rows } from '../access/rows.ts';

/**
 * Removes the invented actors. What says who they are or what they did goes with them, also where people wrote it: their territories, memberships, seats,
 * assignments and attendance. What they only took part in stays without them: a training has no organiser, an action one fewer, and an actor that
 * was merged into one of them stands for itself again; of a meeting that one attended it is not known any more who was there.
 *
 * The history of a joint decision that asked one of them stays as it is: it is only ever added to, and an actor's voice is never counted. It is shown under
 * its key. Access tokens of those who represent one are revoked, so that nobody speaks for a real actor that gets the same key.
 */
export async function withdrawDemoActors(rows: Rows): Promise<void> {
  for (const statement of STATEMENTS) await rows(statement);
}

const STATEMENTS: readonly string[] = [
  `update access_token set revoked_at = now()
   where revoked_at is null and exists (
     select from json_array_elements(grants) as g join actor a on a.key = g ->> 'actor' where a.demo
   )`,
  `update actor set merged_into = null, revision = revision + 1
   where not demo and merged_into = any(select key from actor where demo)`,
  `update body_meeting m set participants_recorded = false, revision = m.revision + 1
   from meeting_participant p
   join actor a on a.key = p.actor_key and a.demo
   where p.district_key = m.district_key and p.body_key = m.body_key and p.meeting_key = m.key and m.participants_recorded`,
  'delete from actor where demo',
];
