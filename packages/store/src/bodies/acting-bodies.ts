import type { Acting } from '@kreisweit/domain';
import type { Given } from '../due/revised.ts';
import type { Store } from '../open-store.ts';
import type { MeetingAddress } from './body-address.ts';
import type { StoredBody } from './body-row.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import type { StoredMeeting } from './meeting-row.ts';
import type { BodyInput } from './put-bodies.ts';
import { type AttendanceList, recordAttendance } from './record-attendance.ts';
import { recordOwnAttendance } from './record-own-attendance.ts';
import { saveBody } from './save-body.ts';
import { type SavedMeeting, saveMeeting } from './save-meeting.ts';

/** What somebody may do with bodies and their meetings. Each answers them as they are then. */
export type ActingBodies = {
  readonly saveBody: (body: Given<BodyInput>) => Promise<StoredBody>;
  readonly saveMeeting: (district: string, meeting: Given<SavedMeeting>) => Promise<StoredMeeting>;
  readonly cancelMeeting: (address: MeetingAddress, expectedRevision: number) => Promise<StoredMeeting>;
  readonly recordAttendance: (address: MeetingAddress, list: AttendanceList) => Promise<StoredMeeting>;
  readonly recordOwnAttendance: (address: MeetingAddress, actor: string) => Promise<StoredMeeting>;
};

/** Bodies and their meetings for somebody who acts. */
export function actingBodies(store: Store, acting: Acting): ActingBodies {
  return {
    saveBody: (body) => saveBody(store, acting, body),
    saveMeeting: (district, meeting) => saveMeeting(store, acting, district, meeting),
    cancelMeeting: (address, expectedRevision) => cancelMeeting(store, acting, address, expectedRevision),
    recordAttendance: (address, list) => recordAttendance(store, acting, address, list),
    recordOwnAttendance: (address, actor) => recordOwnAttendance(store, acting, address, actor),
  };
}
