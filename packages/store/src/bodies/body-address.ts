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

/** The short key of a district: `12070000` and `120700000000` are `12070`. What is no key of a district stays as it is. */
export function shortDistrict(key: string): string {
  return key.replace(/^(\d{5})0{3}(?:0{4})?$/, '$1');
}
