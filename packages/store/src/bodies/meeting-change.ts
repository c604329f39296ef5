import type { AuditedChange, Json } from '@kreisweit/domain';
import { meetingAddressText } from './body-address.ts';
import type { StoredMeeting } from './meeting-row.ts';
import type { PutMeeting } from './put-meetings.ts';

/** What the audit trail says of a meeting that was put; null where it was so already. */
export function meetingChange(what: string, { before, after }: PutMeeting): AuditedChange | null {
  if (before === after) return null;
  return {
    what,
    subject: { kind: 'meeting', key: meetingAddressText(after) },
    districts: [after.district],
    before: before === null ? null : told(before),
    after: told(after),
  };
}

/** Without what is looked up when it is read. Plain data already, which its type does not say. */
function told({ resolutions, ...meeting }: StoredMeeting): Json {
  const resolved = resolutions.map(({ text, decision }) => ({ text, decision }));
  return JSON.parse(JSON.stringify({ ...meeting, resolutions: resolved }));
}
