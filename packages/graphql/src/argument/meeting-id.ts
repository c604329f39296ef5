import type { MeetingAddress } from '@kreisweit/store';

/** The meeting that the inner part of an id names (`12070/steering-group/first`). */
export function meetingOfId(id: string): MeetingAddress {
  const [district = '', body = '', ...rest] = id.split('/');
  return { district, body, key: rest.join('/') };
}
