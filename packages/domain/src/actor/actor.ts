import type { LocalisedText } from '../localised-text.ts';
import type { ActorMembership } from './actor-membership.ts';

/** What an actor is, with names for people. */
export const actorKindTitles = Object.freeze({
  administration: { de: 'Verwaltung', en: 'Administration' },
  welfareOrganisation: { de: 'Träger der Wohlfahrtspflege', en: 'Welfare organisation' },
  association: { de: 'Verein', en: 'Association' },
  migrantOrganisation: { de: 'Migrantenorganisation', en: 'Migrant organisation' },
  volunteerInitiative: { de: 'Ehrenamtliche Initiative', en: 'Volunteer initiative' },
  jobCentre: { de: 'Jobcenter', en: 'Job centre' },
  school: { de: 'Schule', en: 'School' },
  employer: { de: 'Arbeitgeber', en: 'Employer' },
  educationProvider: { de: 'Bildungsträger', en: 'Education provider' },
  religiousCommunity: { de: 'Religionsgemeinschaft', en: 'Religious community' },
  other: { de: 'Sonstige', en: 'Other' },
} satisfies Record<string, LocalisedText>);

export type ActorKind = keyof typeof actorKindTitles;

/**
 * An organisation or body that takes part in integration work. Organisations only, never a person.
 * `territories` are keys of the districts or municipalities it works in, `languages` ISO 639-1 codes. `district` is the key of the
 * district whose coordination keeps the entry; null for one that reaches beyond a district. `email` is the address of an office,
 * `source` where the entry comes from, `memberships` the umbrella organisations it belongs to. An actor that is no more stays,
 * `deactivatedOn` a day (ISO).
 */
export type Actor = {
  readonly key: string;
  readonly kind: ActorKind;
  readonly name: string;
  readonly description: LocalisedText;
  readonly district: string | null;
  readonly territories: readonly string[];
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly migrantLed: boolean;
  readonly website: string | null;
  readonly email: string | null;
  readonly source: string;
  readonly memberships: readonly ActorMembership[];
  readonly deactivatedOn: string | null;
  /** True for an invented example. */
  readonly demo: boolean;
};
