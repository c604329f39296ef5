/** Which body of a district (its key). */
export type BodyAddress = { readonly district: string; readonly key: string };

/** Which meeting of a body (its key) of a district (its key). */
export type MeetingAddress = { readonly district: string; readonly body: string; readonly key: string };

/** What a body is called in messages, ids and in the audit trail: `12070/steering-group`. */
export function bodyAddressText({ district, key }: BodyAddress): string {
  return `${district}/${key}`;
}

/** The same for a meeting: `12070/steering-group/first`. */
export function meetingAddressText({ district, body, key }: MeetingAddress): string {
  return `${district}/${body}/${key}`;
}

/** The body whose meeting it is. */
export function bodyOfMeeting({ district, body }: MeetingAddress): BodyAddress {
  return { district, key: body };
}
