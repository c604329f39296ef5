import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { type MeetingAddress, meetingAddressText } from './body-address.ts';
import { type MeetingRow, meetingColumns } from './meeting-row.ts';

/** Meetings by their addresses, in their order, without who took part; null where there is none. One statement. */
export async function meetingsByAddress(
  db: Kysely<StoreSchema>,
  addresses: readonly MeetingAddress[],
): Promise<readonly (MeetingRow | null)[]> {
  const { rows } = await sql<MeetingRow>`
    select ${meetingColumns}
    from unnest(
      ${addresses.map(({ district }) => district)}::text[],
      ${addresses.map(({ body }) => body)}::text[],
      ${addresses.map(({ key }) => key)}::text[]
    ) as w (district_key, body_key, key)
    join body_meeting m on m.district_key = w.district_key and m.body_key = w.body_key and m.key = w.key`.execute(
    db,
  );
  const byAddress = new Map(rows.map((meeting) => [meetingAddressText(meeting), meeting]));
  return addresses.map((address) => byAddress.get(meetingAddressText(address)) ?? null);
}
