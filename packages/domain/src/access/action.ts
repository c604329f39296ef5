import type { Role } from './role.ts';

type ActionRule = {
  /** Who may do it, each within the scope of the role. */
  readonly roles: readonly Role[];
  /** What it is, for those who are refused: "you may not ...". */
  readonly text: { readonly de: string; readonly en: string };
};

/**
 * Everything that somebody may be allowed to do, with the roles that are. This table is the only place where it is decided; the API
 * asks it before it resolves a field and the store asks it again where it writes. What is published is read by everybody and
 * is no action.
 */
export const actions = Object.freeze({
  READ_PROPOSED: {
    roles: [
      'DATA_PARTNER',
      'MUNICIPALITY_EDITOR',
      'ASSOCIATION_EDITOR',
      'DISTRICT_COORDINATOR',
      'ANALYST',
      'ADMINISTRATOR',
    ],
    text: { de: 'lesen, was noch nicht veröffentlicht ist', en: 'read what is not published yet' },
  },
  DELIVER: {
    roles: [
      'DATA_PARTNER',
      'MUNICIPALITY_EDITOR',
      'ASSOCIATION_EDITOR',
      'DISTRICT_COORDINATOR',
      'ADMINISTRATOR',
    ],
    text: { de: 'diese Zahlen liefern', en: 'deliver these figures' },
  },
  DECIDE_RELEASE: {
    roles: ['DISTRICT_COORDINATOR', 'ADMINISTRATOR'],
    text: { de: 'über diese Lieferung entscheiden', en: 'decide on this release' },
  },
  WITHDRAW_RELEASE: {
    roles: ['DATA_PARTNER', 'DISTRICT_COORDINATOR', 'ADMINISTRATOR'],
    text: { de: 'diese Lieferung zurückziehen', en: 'withdraw this release' },
  },
  CONFIRM_DELIVERY: {
    roles: ['MUNICIPALITY_EDITOR', 'ASSOCIATION_EDITOR'],
    text: {
      de: 'bestätigen, was für die Gemeinde erfasst wurde',
      en: 'confirm what was recorded on behalf of it',
    },
  },
  SET_REVIEW: {
    roles: ['DISTRICT_COORDINATOR', 'ADMINISTRATOR'],
    text: { de: 'festlegen, ob Lieferungen geprüft werden', en: 'set whether deliveries are reviewed' },
  },
  EDIT_ACTOR: {
    roles: ['ACTOR_REPRESENTATIVE', 'DISTRICT_COORDINATOR', 'ADMINISTRATOR'],
    text: { de: 'diesen Eintrag eines Akteurs bearbeiten', en: 'edit this entry of an actor' },
  },
  MANAGE_ACTORS: {
    roles: ['DISTRICT_COORDINATOR', 'ADMINISTRATOR'],
    text: {
      de: 'Akteure aufnehmen, zusammenführen und stilllegen und ihre Art, ihren Landkreis, ihre Quelle und ihre Leitung ändern',
      en: 'add, merge and deactivate actors, and change their kind, district, source and who leads them',
    },
  },
  MANAGE_TASKS: {
    roles: ['DISTRICT_COORDINATOR', 'ADMINISTRATOR'],
    text: { de: 'Aufgaben festlegen', en: 'define tasks' },
  },
  ASSIGN_TASK: {
    roles: ['MUNICIPALITY_EDITOR', 'ASSOCIATION_EDITOR', 'DISTRICT_COORDINATOR', 'ADMINISTRATOR'],
    text: { de: 'Aufgaben zuordnen', en: 'assign tasks' },
  },
  MANAGE_BODIES: {
    roles: ['DISTRICT_COORDINATOR', 'ADMINISTRATOR'],
    text: { de: 'Gremien und Sitzungen pflegen', en: 'keep bodies and their meetings' },
  },
  RECORD_ATTENDANCE: {
    roles: ['ACTOR_REPRESENTATIVE', 'DISTRICT_COORDINATOR', 'ADMINISTRATOR'],
    text: { de: 'diese Teilnahme festhalten', en: 'record this attendance' },
  },
  MANAGE_DECISIONS: {
    roles: ['DISTRICT_COORDINATOR', 'ADMINISTRATOR'],
    text: { de: 'gemeinsame Entscheidungen führen', en: 'conduct joint decisions' },
  },
  TAKE_POSITION: {
    roles: [
      'MUNICIPALITY_EDITOR',
      'ASSOCIATION_EDITOR',
      'ACTOR_REPRESENTATIVE',
      'DISTRICT_COORDINATOR',
      'ADMINISTRATOR',
    ],
    text: { de: 'für diese Partei Stellung nehmen', en: 'take a position for this party' },
  },
  CONFIRM_POSITION: {
    roles: ['MUNICIPALITY_EDITOR', 'ACTOR_REPRESENTATIVE'],
    text: {
      de: 'bestätigen, was für diese Partei erfasst wurde',
      en: 'confirm what was recorded on behalf of this party',
    },
  },
  MANAGE_CONCEPT: {
    roles: ['DISTRICT_COORDINATOR', 'ADMINISTRATOR'],
    text: { de: 'das gemeinsame Konzept pflegen', en: 'keep the common concept' },
  },
  REPORT_ACTION: {
    roles: ['ACTOR_REPRESENTATIVE', 'DISTRICT_COORDINATOR', 'ADMINISTRATOR'],
    text: { de: 'den Stand dieser Maßnahme melden', en: 'report how this action stands' },
  },
  READ_INTERNAL: {
    roles: [
      'MUNICIPALITY_EDITOR',
      'ASSOCIATION_EDITOR',
      'ACTOR_REPRESENTATIVE',
      'DISTRICT_COORDINATOR',
      'ANALYST',
      'ADMINISTRATOR',
    ],
    text: {
      de: 'lesen, was nur die Beteiligten angeht',
      en: 'read what concerns only those who take part',
    },
  },
  READ_DUE: {
    roles: [
      'MUNICIPALITY_EDITOR',
      'ASSOCIATION_EDITOR',
      'ACTOR_REPRESENTATIVE',
      'DISTRICT_COORDINATOR',
      'CALENDAR_READER',
      'ANALYST',
      'ADMINISTRATOR',
    ],
    text: { de: 'lesen, was ansteht', en: 'read what is due' },
  },
  MANAGE_ACCESS: {
    roles: ['DISTRICT_COORDINATOR', 'ADMINISTRATOR'],
    text: { de: 'Zugänge vergeben und entziehen', en: 'give and take access' },
  },
  READ_AUDIT: {
    roles: ['DISTRICT_COORDINATOR', 'ADMINISTRATOR'],
    text: { de: 'das Änderungsprotokoll lesen', en: 'read the audit trail' },
  },
} as const satisfies Readonly<Record<string, ActionRule>>);

/** The name of something that somebody may be allowed to do. */
export type Action = keyof typeof actions;

/** The roles that may do it, each within its scope. */
export function rolesFor(action: Action): readonly Role[] {
  return actions[action].roles;
}
