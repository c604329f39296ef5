import type { TaskAssignment, TaskRole } from '@kreisweit/domain';
import type { DemoDays } from './demo-days.ts';

/** Who does what where, from the first day of a month until the last of another, in months from today; no end where it is left out. */
export type AssignmentRow = readonly [
  task: string,
  territory: string,
  actor: string,
  role: TaskRole,
  from: number,
  until?: number,
];

/** The assignments of rows. Their keys say task, territory and how many there were before. */
export function demoAssignments(days: DemoDays, rows: readonly AssignmentRow[]): readonly TaskAssignment[] {
  const places = new Map<string, number>();
  return rows.map(([task, territory, actor, role, from, until]) => {
    const place = `${task}-${territory}`;
    const number = (places.get(place) ?? 0) + 1;
    places.set(place, number);
    const end = until === undefined ? null : days.end(until);
    return { key: `${place}-${number}`, task, territory, actor, role, from: days.start(from), until: end };
  });
}
