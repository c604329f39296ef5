import type { Party } from './party.ts';
import type { Stance } from './stance.ts';

/** A text in German, in English or in both; null = not in this language. Nobody has to translate what a council wrote. */
export type TextInEither = { readonly de: string | null; readonly en: string | null };

/** Who wrote a position down: the party itself, or the coordinator on its behalf, for example from the minutes of a council. */
export type PositionRecording = 'OWN' | 'ON_BEHALF';

/**
 * What a party says to one version of a proposal.
 *
 * `statement` is required with reservations, which it names. `reference` names what the position rests on ("Ratsbeschluss 12/2026 vom
 * 2026-03-05"): required on behalf of somebody, and after the last day. `takenOn` (ISO) is the day on which the party took it: not before the
 * consultation, not before the position that it replaces, and not before the version where that was written while positions were being
 * taken, so that no old resolution renews a stale position.
 */
export type StatedPosition = {
  readonly party: Party;
  readonly stance: Stance;
  readonly statement: TextInEither | null;
  readonly proposalVersion: number;
  readonly takenOn: string;
  readonly recording: PositionRecording;
  readonly reference: string | null;
};

/**
 * The latest position of a party. `recordedOn` (ISO) is the day on which it was written down, `confirmedOn` the day on which the party confirmed
 * what was recorded on its behalf; null = not confirmed, or its own.
 */
export type PartyPosition = StatedPosition & {
  readonly recordedOn: string;
  readonly confirmedOn: string | null;
};

/**
 * True for what was recorded on behalf of a party that has not confirmed it. It counts, for it names a resolution, and is shown as unconfirmed;
 * it ends nothing early, since the party has not spoken.
 */
export function isUnconfirmed({ recording, confirmedOn }: PartyPosition): boolean {
  return recording === 'ON_BEHALF' && confirmedOn === null;
}
