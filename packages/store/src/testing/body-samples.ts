import { type Acting, type Grant, grantOf } from '@kreisweit/domain';
import type { BodyInput, BodySeat } from '../bodies/put-bodies.ts';
import type { SavedMeeting } from '../bodies/save-meeting.ts';

/** Somebody who holds grants. */
export function holding(...grants: readonly Grant[]): Acting {
  const name = grants.map(({ role }) => role).join(' ');
  return { principal: { kind: 'person', id: `person:${name}`, name, grants }, requestId: 'request-1' };
}

/** The coordination of a district (its key). */
export function coordinationOf(territory: string): Acting {
  return holding(grantOf('DISTRICT_COORDINATOR', { territory }));
}

/** A steering group of the district Aue (16097) that means to meet every three months, with whatever is to be different. */
export function bodyOf(different: Partial<BodyInput> = {}): BodyInput {
  return {
    key: 'steering-group',
    district: '16097',
    kind: 'STEERING_GROUP',
    title: { de: 'Steuerungsgruppe', en: 'Steering group' },
    purpose: null,
    recurrence: { every: { months: 3 }, since: '2025-01-01' },
    from: '2025-01-01',
    until: null,
    ...different,
  };
}

/** A seat of an actor since 2025, with whatever is to be different. */
export function seatOf(actor: string, different: Partial<BodySeat> = {}): BodySeat {
  return { actor, role: 'MEMBER', represents: [], from: '2025-01-01', until: null, ...different };
}

/** A meeting of the steering group on a day, which was held unless something else is said. */
export function meetingOn(day: string, different: Partial<SavedMeeting> = {}): SavedMeeting {
  return {
    body: 'steering-group',
    key: `meeting-${day}`,
    day,
    state: 'HELD',
    agenda: ['Wohnen', 'Sprachkurse'],
    resolutions: [],
    links: [],
    ...different,
  };
}
