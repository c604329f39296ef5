import { addDays, daysBetween, type Party, type Stance, type TextInEither } from '@kreisweit/domain';
import { workingDay } from './demo-days.ts';
import type { DatedEvent } from './demo-decision.ts';

/**
 * What a party says, where it does not simply support. `reserved` names the reservations; `onBehalf`: the coordinator wrote it down from the
 * minutes, and the party has confirmed it or not yet.
 */
export type Voice = {
  readonly stance?: Stance;
  readonly reserved?: readonly [de: string, en: string];
  readonly onBehalf?: 'CONFIRMED' | 'UNCONFIRMED';
};

/** Who speaks on which version between two days, and who says something else than yes; null = nothing at all. */
export type Voices = {
  readonly parties: readonly Party[];
  readonly version: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly but: Readonly<Record<string, Voice | null>>;
  /** How many resolutions were numbered before: no two in a decision have the same number. */
  readonly numbered: number;
};

/** The positions of parties on one version, spread over the days. Each says in its statement, and in the resolution that it names, that it is an example. */
export function demoPositions({
  parties,
  version,
  firstDay,
  lastDay,
  but,
  numbered,
}: Voices): readonly DatedEvent[] {
  const length = daysBetween(firstDay, lastDay);
  return parties.flatMap((party, index): readonly DatedEvent[] => {
    const said = but[party.key];
    if (said === null) return [];
    const { stance = 'SUPPORT', reserved, onBehalf } = said ?? {};
    const on = workingDay(addDays(firstDay, Math.floor((length * index) / parties.length)));
    const position = {
      party,
      stance: reserved === undefined ? stance : 'SUPPORT_WITH_RESERVATIONS',
      statement: statementOf(reserved ?? NEUTRAL[stance]),
      proposalVersion: version,
      takenOn: on,
      recording: onBehalf === undefined ? 'OWN' : 'ON_BEHALF',
      reference:
        party.kind === 'ACTOR' ? null : `Beispielbeschluss ${numbered + index + 1}/${on.slice(0, 4)}`,
    } as const;
    const taken: DatedEvent = [on, { kind: 'POSITION_TAKEN', position }];
    return onBehalf === 'CONFIRMED' ? [taken, [lastDay, { kind: 'POSITION_CONFIRMED', party }]] : [taken];
  });
}

/** What is said where nothing else is, so that no stance of a real municipality stands there without saying that it is an example. */
const NEUTRAL: Readonly<Record<Stance, readonly [de: string, en: string]>> = {
  SUPPORT: ['Der Vorschlag wird unterstützt.', 'The proposal is supported.'],
  SUPPORT_WITH_RESERVATIONS: [
    'Der Vorschlag wird unter Vorbehalt unterstützt.',
    'The proposal is supported with reservations.',
  ],
  ABSTAIN: ['Es bleibt bei einer Enthaltung.', 'It remains an abstention.'],
  OPPOSE: [
    'Der Vorschlag wird in dieser Fassung nicht unterstützt.',
    'The proposal is not supported in this version.',
  ],
};

function statementOf([de, en]: readonly [string, string]): TextInEither {
  return { de: `Beispiel: ${de}`, en: `Example: ${en}` };
}
