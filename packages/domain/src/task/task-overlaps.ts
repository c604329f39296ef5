import { coveringKeys } from './covering-keys.ts';
import type { IntegrationTask } from './integration-task.ts';
import type { TaskAssignment } from './task-assignment.ts';
import type { TaskTerritory } from './task-territory.ts';
import { commonValidity, type Validity } from './validity.ts';

/**
 * Two actors who are responsible for the same task in the same territory on the same days. `assignments` are in the order of their keys;
 * `nested` is true where one of them answers for more than this territory (the district beside one of its municipalities), which
 * may be meant. `from` and `until` are the days that both have in common.
 */
export type TaskOverlap<Assignment extends TaskAssignment = TaskAssignment> = Validity & {
  readonly task: string;
  readonly territory: string;
  readonly nested: boolean;
  readonly assignments: readonly [Assignment, Assignment];
};

/**
 * Where several actors are responsible at once, by task, territory and assignments. A pair is told once, in the smaller of its two territories; a
 * district and a municipality only meet where the district covers it (`coveringKeys`). An actor never overlaps with itself.
 */
export function taskOverlaps<Assignment extends TaskAssignment>(
  assignments: readonly Assignment[],
  territories: readonly TaskTerritory[],
  tasks: readonly IntegrationTask[],
): readonly TaskOverlap<Assignment>[] {
  const places = new Map(territories.flatMap((one) => keysOf(one).map((key) => [key, one] as const)));
  const levels = new Map(tasks.map(({ key, level }) => [key, level]));
  const responsible = assignments
    .filter(
      ({ role, task, territory }) => role === 'RESPONSIBLE' && levels.has(task) && places.has(territory),
    )
    .toSorted((one, other) => compare(one.key, other.key));
  const byPlace = Map.groupBy(responsible, ({ task, territory }) => `${task} ${places.get(territory)?.key}`);

  const overlaps: TaskOverlap<Assignment>[] = [];
  for (const assignment of responsible) {
    const place = places.get(assignment.territory);
    const level = levels.get(assignment.task);
    if (place === undefined || level === undefined) continue;
    const covering = new Set(coveringKeys(place, level).map((key) => places.get(key)?.key ?? key));
    for (const key of covering) {
      const nested = key !== place.key;
      for (const other of byPlace.get(`${assignment.task} ${key}`) ?? []) {
        // In the same territory both would meet twice.
        if (other.actor === assignment.actor || (!nested && other.key <= assignment.key)) continue;
        const days = commonValidity(assignment, other);
        if (days === null) continue;
        const pair = [assignment, other].toSorted((one, two) => compare(one.key, two.key));
        overlaps.push({
          ...days,
          task: assignment.task,
          territory: place.key,
          nested,
          assignments: pair as [Assignment, Assignment],
        });
      }
    }
  }
  return overlaps.toSorted(
    (one, other) =>
      compare(one.task, other.task) || compare(one.territory, other.territory) || comparePairs(one, other),
  );
}

function keysOf({ key, sameAs }: TaskTerritory): readonly string[] {
  return sameAs === null ? [key] : [key, sameAs];
}

function comparePairs({ assignments: one }: TaskOverlap, { assignments: other }: TaskOverlap): number {
  return compare(one[0].key, other[0].key) || compare(one[1].key, other[1].key);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
