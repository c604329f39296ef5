import type { LocalisedText } from '../localised-text.ts';

/** What a party says to a proposal. With reservations it supports all the same: it counts as support, and what it reserves is shown. */
export const stanceTitles = Object.freeze({
  SUPPORT: { de: 'Unterstützt', en: 'Supports' },
  SUPPORT_WITH_RESERVATIONS: { de: 'Unterstützt mit Vorbehalt', en: 'Supports with reservations' },
  ABSTAIN: { de: 'Enthält sich', en: 'Abstains' },
  OPPOSE: { de: 'Lehnt ab', en: 'Opposes' },
} satisfies Record<string, LocalisedText>);

export type Stance = keyof typeof stanceTitles;

/** True for support, with or without reservations. */
export function isSupport(stance: Stance): boolean {
  return stance === 'SUPPORT' || stance === 'SUPPORT_WITH_RESERVATIONS';
}
