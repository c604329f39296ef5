import type { LocalisedText } from '../localised-text.ts';
import { coveringKeys } from './covering-keys.ts';
import type { IntegrationTask } from './integration-task.ts';
import { type TaskAssignment, taskRoles } from './task-assignment.ts';
import type { TaskTerritory } from './task-territory.ts';
import { isValidOn } from './validity.ts';

/**
 * Whether somebody answers for a task in a place, with names for people.
 *
 * - `OWN`: somebody is responsible for this very territory
 * - `COVERED`: somebody is for what covers it
 * - `GAP`: nobody is, and this is where somebody is expected
 * - `DISTRICT_GAP`: nobody is, in a municipality, and its district is where somebody is expected
 * - `NOT_EXPECTED`: nobody is, and nobody needs to be: not in an association, and not in a district where every municipality has somebody
 *
 * Each gap has one place, so that a task that the district carries is not held against each of its municipalities:
 *
 * | task        | somebody is responsible for         | district       | municipality without anybody |
 * | ----------- | ----------------------------------- | -------------- | ---------------------------- |
 * | `MUNICIPAL` | whomever                            | `NOT_EXPECTED` | `GAP`                        |
 * | any other   | the district                        | `OWN`          | there is none: `COVERED`     |
 * | any other   | all municipalities or their Amt     | `NOT_EXPECTED` | there is none                |
 * | any other   | nobody, or some municipalities only | `GAP`          | `DISTRICT_GAP`               |
 *
 * That some municipalities see to such a task themselves never makes it the task of the others. (A district that is responsible for a `MUNICIPAL`
 * task as well is `OWN` there, and covers nobody by that.) A kreisfreie Stadt carries every task itself: without anybody it is a `GAP`,
 * and so is a municipality whose district is not asked about.
 */
export const taskCoverageTitles = Object.freeze({
  OWN: { de: 'Vor Ort geregelt', en: 'Settled here' },
  COVERED: { de: 'Durch Verband oder Landkreis geregelt', en: 'Settled by association or district' },
  GAP: { de: 'Niemand verantwortlich', en: 'Nobody responsible' },
  DISTRICT_GAP: { de: 'Landkreis ohne Zuständigkeit', en: 'Gap at the district' },
  NOT_EXPECTED: { de: 'Hier nicht erwartet', en: 'Not expected here' },
} satisfies Record<string, LocalisedText>);

export type TaskCoverage = keyof typeof taskCoverageTitles;

/** One task in one territory: all assignments that count there, the nearest territory first, within it by role. */
export type TaskCell<Assignment extends TaskAssignment = TaskAssignment> = {
  readonly task: string;
  readonly territory: string;
  readonly coverage: TaskCoverage;
  readonly assignments: readonly Assignment[];
};

/**
 * Who does what where on a day: a cell for each territory and task, in the order of both lists. Assignments of tasks or territories that are
 * not in the lists are left out.
 */
export function taskMatrix<Assignment extends TaskAssignment>(
  assignments: readonly Assignment[],
  territories: readonly TaskTerritory[],
  tasks: readonly IntegrationTask[],
  on: string,
): readonly TaskCell<Assignment>[] {
  const held = Map.groupBy(
    assignments.filter((assignment) => isValidOn(assignment, on)),
    ({ task, territory }) => placeId(task, territory),
  );
  const places = territories.flatMap((territory) =>
    tasks.map((task) => {
      const here = coveringKeys(territory, task.level).flatMap((key) =>
        (held.get(placeId(task.key, key)) ?? []).toSorted(byRole),
      );
      return { task, territory, assignments: here };
    }),
  );
  const gaps = gapPlaces(places, territories);
  return places.map((place) => ({
    task: place.task.key,
    territory: place.territory.key,
    coverage: coverageOf(place, gaps),
    assignments: place.assignments,
  }));
}

function placeId(task: string, territory: string): string {
  return `${territory} ${task}`;
}

/** A task in a territory, with those who count there. */
type Place = {
  readonly task: IntegrationTask;
  readonly territory: TaskTerritory;
  readonly assignments: readonly TaskAssignment[];
};

/** The places of the gaps: where somebody is expected for those places that have nobody. */
function gapPlaces(places: readonly Place[], territories: readonly TaskTerritory[]): ReadonlySet<string> {
  const districts = new Set(
    territories.filter(({ kind, sameAs }) => kind === 'district' && sameAs === null).map(({ key }) => key),
  );
  const divided = new Set(
    territories.filter(({ kind }) => kind === 'municipality').map(({ district }) => district),
  );
  return new Set(
    places
      .filter(({ assignments }) => responsibleIn(assignments).length === 0)
      .flatMap(({ task, territory: { key, kind, sameAs, district } }) => {
        if (kind === 'municipality' || sameAs !== null) {
          const isOfDistrict = task.level !== 'MUNICIPAL' && district !== null && districts.has(district);
          return [placeId(task.key, isOfDistrict ? district : key)];
        }
        // A district without any municipality is asked for itself.
        const isAlone = kind === 'district' && task.level !== 'MUNICIPAL' && !divided.has(key);
        return isAlone ? [placeId(task.key, key)] : [];
      }),
  );
}

function coverageOf({ task, territory, assignments }: Place, gaps: ReadonlySet<string>): TaskCoverage {
  const { key, sameAs, kind } = territory;
  const responsible = responsibleIn(assignments);
  if (responsible.some((each) => each.territory === key || each.territory === sameAs)) return 'OWN';
  if (responsible.length > 0) return 'COVERED';
  if (gaps.has(placeId(task.key, key))) return 'GAP';
  return kind === 'municipality' ? 'DISTRICT_GAP' : 'NOT_EXPECTED';
}

function responsibleIn(assignments: readonly TaskAssignment[]): readonly TaskAssignment[] {
  return assignments.filter(({ role }) => role === 'RESPONSIBLE');
}

function byRole(one: TaskAssignment, other: TaskAssignment): number {
  return taskRoles.indexOf(one.role) - taskRoles.indexOf(other.role) || (one.key < other.key ? -1 : 1);
}
