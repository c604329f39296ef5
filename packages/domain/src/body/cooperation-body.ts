import type { LocalisedText } from '../localised-text.ts';
import type { Validity } from '../task/validity.ts';
import type { Recurrence } from './recurrence.ts';

/** What a body of cooperation is, with names for people. */
export const bodyKindTitles = Object.freeze({
  STEERING_GROUP: { de: 'Steuerungsgruppe', en: 'Steering group' },
  WORKING_GROUP: { de: 'Arbeitsgruppe', en: 'Working group' },
  NETWORK: { de: 'Netzwerk', en: 'Network' },
  ADVISORY_COUNCIL: { de: 'Beirat', en: 'Advisory council' },
} satisfies Record<string, LocalisedText>);

export type BodyKind = keyof typeof bodyKindTitles;

/**
 * A body in which the district, its municipalities and other actors meet. `district` is the key of its district, in which its own key is unique, `recurrence` how
 * often it means to meet (null = as needed), `from` and `until` when it exists.
 */
export type CooperationBody = Validity & {
  readonly key: string;
  readonly district: string;
  readonly kind: BodyKind;
  readonly title: LocalisedText;
  readonly purpose: LocalisedText | null;
  readonly recurrence: Recurrence | null;
};
