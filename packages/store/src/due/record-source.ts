import type { DeliveryDeadline, Training } from '@kreisweit/domain';
import { type RawBuilder, sql } from 'kysely';
import { canonicalActor } from '../actors/canonical-actor.ts';
import type { Revised } from './revised.ts';

/** A deadline as it is stored. */
export type DeadlineRow = Revised<DeliveryDeadline>;

/** A training as it is stored; its organiser is the actor that is left where it was merged. */
export type TrainingRow = Revised<Training>;

/**
 * Where records of one kind are: the table, which statements call `l`, the column of its day, the columns of a `Row`, and which of them are still to be
 * done on a day.
 */
export type RecordSource<Row> = {
  readonly table: 'delivery_deadline' | 'training';
  readonly day: RawBuilder<string>;
  readonly columns: RawBuilder<Row>;
  readonly isOpen: (on: string) => RawBuilder<boolean>;
};

/** The deadlines of deliveries. */
export const deadlineSource: RecordSource<DeadlineRow> = Object.freeze({
  table: 'delivery_deadline',
  day: sql<string>`l.due_on`,
  columns: sql<DeadlineRow>`l.district_key as district, l.key, l.plugin, l.period, l.asked_of as "askedOf",
      json_build_object('de', l.title_de, 'en', l.title_en) as title, l.due_on::text as "dueOn", l.ended_on::text as "endedOn",
      l.revision`,
  isOpen: (on: string) => sql<boolean>`(l.ended_on is null or l.ended_on > ${on}::date)`,
});

/** Trainings. */
export const trainingSource: RecordSource<TrainingRow> = Object.freeze({
  table: 'training',
  day: sql<string>`l.day`,
  columns: sql<TrainingRow>`l.district_key as district, l.key, json_build_object('de', l.title_de, 'en', l.title_en) as title,
      l.day::text as day, l.territory_key as territory, ${canonicalActor('l.organiser_key')} as organiser, l.audience, l.state,
      l.link, l.revision`,
  isOpen: () => sql<boolean>`l.state = 'PLANNED'`,
});
