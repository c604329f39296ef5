import type { LocalisedText } from '../localised-text.ts';
import type { DueRow } from './due-entry.ts';

/** Whether a training has taken place, with names for people. */
export const trainingStateTitles = Object.freeze({
  PLANNED: { de: 'Geplant', en: 'Planned' },
  HELD: { de: 'Hat stattgefunden', en: 'Held' },
  CANCELLED: { de: 'Abgesagt', en: 'Cancelled' },
} satisfies Record<string, LocalisedText>);

export type TrainingState = keyof typeof trainingStateTitles;

/** For whom a training is, with names for people. */
export const trainingAudienceTitles = Object.freeze({
  ADMINISTRATION: { de: 'Verwaltung', en: 'Administration' },
  VOLUNTEERS: { de: 'Ehrenamtliche', en: 'Volunteers' },
  BOTH: { de: 'Verwaltung und Ehrenamtliche', en: 'Administration and volunteers' },
} satisfies Record<string, LocalisedText>);

export type TrainingAudience = keyof typeof trainingAudienceTitles;

/**
 * A training (Fortbildung) on a day (ISO) in a territory (key: the district or what lies in it). `organiser` is the key of the actor that offers it,
 * null where nobody is named; `link` an absolute address to read on.
 */
export type Training = {
  readonly key: string;
  readonly district: string;
  readonly title: LocalisedText;
  readonly day: string;
  readonly territory: string;
  readonly organiser: string | null;
  readonly audience: TrainingAudience;
  readonly state: TrainingState;
  readonly link: string | null;
};

/** The trainings that are planned, as they are on the day `on`; one whose day has passed waits to be recorded. */
export function dueTrainings(trainings: readonly Training[], on: string): readonly DueRow[] {
  return trainings
    .filter(({ state }) => state === 'PLANNED')
    .map(({ key, district, title, day, territory, organiser }) => ({
      district,
      asked: day < on ? 'RECORD' : 'HOLD',
      subject: { kind: 'training', key: `${district}/${key}` },
      key,
      title:
        day < on
          ? {
              de: `Eintragen, ob die Fortbildung stattgefunden hat: ${title.de}`,
              en: `Record whether the training took place: ${title.en}`,
            }
          : { de: `Fortbildung: ${title.de}`, en: `Training: ${title.en}` },
      day,
      territory,
      actor: organiser,
    }));
}
