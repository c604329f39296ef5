import type { LocalisedText } from '../localised-text.ts';
import type { Validity } from '../task/validity.ts';

/** How far an action is, with names for people. */
export const actionStatusTitles = Object.freeze({
  PLANNED: { de: 'Geplant', en: 'Planned' },
  RUNNING: { de: 'Läuft', en: 'Running' },
  DONE: { de: 'Umgesetzt', en: 'Done' },
  STOPPED: { de: 'Eingestellt', en: 'Stopped' },
} satisfies Record<string, LocalisedText>);

export type ActionStatus = keyof typeof actionStatusTitles;

/**
 * An action (Maßnahme): which actors carry it out (keys), from when and until when; `until` is null for one that goes on. `doneOn` is
 * the day on which it was done, null before and where it is not known; `reason` says why it was stopped, in the language of whoever wrote it, null otherwise. `tasks` and
 * `recommendations` are keys of what it serves.
 */
export type ConceptAction = Validity & {
  readonly key: string;
  readonly title: LocalisedText;
  readonly actors: readonly string[];
  readonly status: ActionStatus;
  readonly doneOn: string | null;
  readonly reason: string | null;
  readonly recommendations: readonly string[];
  readonly tasks: readonly string[];
};
