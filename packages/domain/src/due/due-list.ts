import { type ActionInForce, dueActions } from './due-actions.ts';
import { type DueEntry, type DueKind, type DueRow, dueId, dueKinds } from './due-entry.ts';
import { type DueMeeting, dueMeetings, type MeetingBody } from './due-meetings.ts';

/**
 * Where what is due comes from. Positions, deliveries and trainings are rows of what is open; `actions` are those of the versions of concepts that are in
 * force (`conceptOn`), not of earlier ones of the same concept.
 */
export type DueSources = {
  readonly bodies: readonly MeetingBody[];
  readonly meetings: readonly DueMeeting[];
  readonly actions: readonly ActionInForce[];
  readonly positions: readonly DueRow[];
  readonly deliveries: readonly DueRow[];
  readonly trainings: readonly DueRow[];
};

/**
 * Everything that is due until a day, this included, as it is on the day `on`: what is overdue too, however long. By day, kind and
 * identity.
 */
export function dueUntil(sources: DueSources, until: string, on: string): readonly DueEntry[] {
  const rows: Readonly<Record<DueKind, readonly DueRow[]>> = {
    MEETING: dueMeetings(sources.bodies, sources.meetings, on),
    POSITION: sources.positions,
    ACTION: dueActions(sources.actions, on),
    DELIVERY: sources.deliveries,
    TRAINING: sources.trainings,
  };
  return dueKinds
    .flatMap((kind) => rows[kind].map((row) => entryOf(kind, row, on)))
    .filter(({ day }) => day <= until)
    .toSorted(byDay);
}

function entryOf(kind: DueKind, row: DueRow, on: string): DueEntry {
  return { ...row, kind, overdue: row.day < on };
}

function byDay(one: DueEntry, other: DueEntry): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1;
  const kinds = dueKinds.indexOf(one.kind) - dueKinds.indexOf(other.kind);
  if (kinds !== 0) return kinds;
  const [id, otherId] = [dueId(one), dueId(other)];
  if (id === otherId) return 0;
  return id < otherId ? -1 : 1;
}
