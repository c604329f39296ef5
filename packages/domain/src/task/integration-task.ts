import type { LocalisedText } from '../localised-text.ts';

/** Whether a task must be carried out, with names for people. */
export const taskObligationTitles = Object.freeze({
  MANDATORY: { de: 'Pflichtaufgabe', en: 'Mandatory task' },
  VOLUNTARY: { de: 'Freiwillige Aufgabe', en: 'Voluntary task' },
} satisfies Record<string, LocalisedText>);

export type TaskObligation = keyof typeof taskObligationTitles;

/**
 * Who carries a task by law or by custom, with names for people. It decides whether a district can carry it for its municipalities:
 * see `coveringKeys`.
 *
 * - `DISTRICT`: the district, for all of its municipalities, in its own sphere (eigener Wirkungskreis)
 * - `MUNICIPAL`: each municipality for itself, or its association for it: local self-government
 * - `DELEGATED`: a task of the Land that it has delegated to the districts or municipalities (übertragener Wirkungskreis)
 */
export const taskLevelTitles = Object.freeze({
  DISTRICT: { de: 'Aufgabe des Landkreises', en: 'Task of the district' },
  MUNICIPAL: { de: 'Aufgabe der Gemeinden', en: 'Task of the municipalities' },
  DELEGATED: { de: 'Übertragener Wirkungskreis', en: 'Task delegated by the Land' },
} satisfies Record<string, LocalisedText>);

export type TaskLevel = keyof typeof taskLevelTitles;

/**
 * A task of integration work. `key` is kebab-case. `stateLaw` says how the law of the Länder differs; null where it does not, as far as
 * we know. `district` is the key of the district that added the task, null for one of the catalogue.
 */
export type IntegrationTask = {
  readonly key: string;
  readonly title: LocalisedText;
  readonly description: LocalisedText;
  readonly obligation: TaskObligation;
  readonly level: TaskLevel;
  readonly stateLaw: LocalisedText | null;
  readonly district: string | null;
};
