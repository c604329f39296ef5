import type { LocalisedText } from '../localised-text.ts';
import type { Validity } from '../task/validity.ts';

/** What a member is in a body, with names for people. */
export const bodyRoleTitles = Object.freeze({
  CHAIR: { de: 'Vorsitz', en: 'Chair' },
  MEMBER: { de: 'Mitglied', en: 'Member' },
  GUEST: { de: 'Gast', en: 'Guest' },
  OFFICE: { de: 'Geschäftsstelle', en: 'Secretariat' },
} satisfies Record<string, LocalisedText>);

export type BodyRole = keyof typeof bodyRoleTitles;

/**
 * An actor in a body, for a time. A municipality takes part through the actor that is its administration: `represents` are the keys of the
 * municipalities for which the actor sits there; several for an Amt, none for a welfare organisation. Guests are welcome and not
 * expected.
 */
export type BodyMember = Validity & {
  readonly body: string;
  readonly actor: string;
  readonly role: BodyRole;
  readonly represents: readonly string[];
};
