/**
 * What somebody is for Kreisweit. Each role but the reader and the administrator is held for something: see `scopesOfRole`.
 *
 * | role | is |
 * |---|---|
 * | PUBLIC_READER | everybody: reads what is published |
 * | DATA_PARTNER | an institute: delivers the measures of its own plug-in |
 * | MUNICIPALITY_EDITOR | a municipality: delivers and speaks for itself |
 * | ASSOCIATION_EDITOR | an association (Amt, Samtgemeinde, Verbandsgemeinde): does so on behalf of its members |
 * | ACTOR_REPRESENTATIVE | an organisation: its own entry, position and attendance |
 * | DISTRICT_COORDINATOR | the district's coordination: decides and edits in the own district, also on behalf of municipalities |
 * | CALENDAR_READER | a calendar: reads what is due in a district, and nothing else; its token may stand in an address |
 * | ANALYST | reads what is not published yet, never a confidential cell |
 * | ADMINISTRATOR | who runs the server: everything but what is confidential |
 */
export const roles = Object.freeze([
  'PUBLIC_READER',
  'DATA_PARTNER',
  'MUNICIPALITY_EDITOR',
  'ASSOCIATION_EDITOR',
  'ACTOR_REPRESENTATIVE',
  'DISTRICT_COORDINATOR',
  'CALENDAR_READER',
  'ANALYST',
  'ADMINISTRATOR',
] as const);

export type Role = (typeof roles)[number];

/** True for the name of a role. */
export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}
