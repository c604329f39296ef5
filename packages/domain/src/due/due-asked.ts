import type { LocalisedText } from '../localised-text.ts';

/**
 * What is to be done about something that is due, with names for people. HOLD: it is planned; RECORD: its day has passed, and nobody said whether it took
 * place; SCHEDULE: a meeting that the plan asks for has no day yet. TAKE, RENEW and CONFIRM are asked of parties (`PositionDue`).
 */
export const dueAskedTitles = Object.freeze({
  SCHEDULE: { de: 'Termin ansetzen', en: 'Set a day' },
  HOLD: { de: 'Durchführen', en: 'Hold it' },
  RECORD: { de: 'Eintragen, ob der Termin stattgefunden hat', en: 'Record whether it took place' },
  TAKE: { de: 'Stellung nehmen', en: 'Take a position' },
  RENEW: { de: 'Stellungnahme erneuern', en: 'Renew the position' },
  CONFIRM: { de: 'Stellungnahme bestätigen', en: 'Confirm the position' },
  FINISH: { de: 'Abschließen', en: 'Finish it' },
  DELIVER: { de: 'Zahlen liefern', en: 'Deliver figures' },
} satisfies Record<string, LocalisedText>);

export type DueAsked = keyof typeof dueAskedTitles;
