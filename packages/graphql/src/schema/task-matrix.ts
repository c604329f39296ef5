import { type StoredAssignment, todayInGermany } from '@kreisweit/store';
import { pageArguments } from '../argument/page-arguments.ts';
import { builder } from '../builder.ts';
import { listOf, pageSize, reading } from '../cost/entries.ts';
import { type Division, type DivisionCell, isUnderKey } from '../task/division.ts';
import { knownPlace, knownPlaces, knownTask, knownTasks } from '../task/known-keys.ts';
import { pageOfList } from '../task/page-of-list.ts';
import { Actor } from './actor.ts';
import { pageFields } from './connection.ts';
import { District } from './district.ts';
import { IntegrationTask } from './integration-task.ts';
import { languageArgument } from './localised-field.ts';
import { TaskAssignment } from './task-assignment.ts';
import { TaskCellConnection } from './task-cell.ts';
import { TaskCoverage } from './task-coverage.ts';
import { coverageLegend, TaskCoverageTitle } from './task-coverage-title.ts';
import { TaskTerritory } from './task-territory.ts';

/** What of a division is shown: its cells by territory, in the order of the tasks. */
type Matrix = Pick<Division, 'on' | 'tasks' | 'territories'> & {
  readonly rows: readonly (readonly DivisionCell[])[];
};

/** Who does what where, packed. */
export const TaskMatrix = builder.objectRef<Matrix>('TaskMatrix').implement({
  description:
    'Who does what where in a district on a day. Its lists of lists have a row for each of `territories` and in it an entry for each of `tasks`, in their order.',
  fields: (t) => ({
    on: t.expose('on', { type: 'Date', description: 'The day.' }),
    tasks: t.expose('tasks', { ...listOf(30), type: [IntegrationTask], description: 'The tasks.' }),
    territories: t.expose('territories', {
      ...listOf(50),
      type: [TaskTerritory],
      description:
        'The district, its associations and its municipalities with inhabitants, each by key; a kreisfreie Stadt stands once.',
    }),
    coverage: t.field({
      type: t.listRef(t.listRef(TaskCoverage)),
      description: 'By territory and task: whether somebody answers for it there.',
      resolve: ({ rows }) => rows.map((row) => row.map(({ coverage }) => coverage)),
    }),
    coverageTitles: t.field({
      ...listOf(5),
      type: [TaskCoverageTitle],
      description: 'The legend to `coverage`: what people call each.',
      args: { lang: languageArgument(t) },
      resolve: (_, { lang }) => coverageLegend(lang),
    }),
    responsibleKeys: t.field({
      type: t.listRef(t.listRef(t.listRef('String'))),
      description:
        'By territory and task: the keys of the actors who are responsible there, the nearest first, each once.',
      resolve: ({ rows }) => rows.map((row) => row.map(({ assignments }) => responsibleOf(assignments))),
    }),
    actors: t.field({
      ...listOf(20),
      type: [Actor],
      description: 'The actors of `assignments`, each once.',
      resolve: async ({ rows }, _, { loaders }) => {
        const keys = new Set(assignmentsIn(rows).map(({ actor }) => actor));
        const actors = await Promise.all([...keys].sort().map((key) => loaders.actor.load(key)));
        return actors.filter((actor) => actor !== null);
      },
    }),
    assignments: t.field({
      ...listOf(200),
      type: [TaskAssignment],
      description: 'All assignments that count somewhere in it, by key.',
      resolve: ({ rows }) => assignmentsIn(rows),
    }),
    cells: t.field({
      ...listOf(pageSize),
      type: TaskCellConnection,
      description: 'Its cells as objects, for small views: by the keys of territory and task.',
      args: {
        task: t.arg.string({ description: 'Only those of this task (its key).' }),
        territory: t.arg.string({ description: 'Only those of this territory (its key).' }),
        coverage: t.arg({ type: TaskCoverage, description: 'Only those that are covered so.' }),
        ...pageFields(t),
      },
      resolve: ({ rows, tasks, territories }, { task, territory, coverage, ...page }) => {
        const wanted = knownTask(tasks, task);
        const place = knownPlace(territories, territory);
        const cells = rows
          .flat()
          .filter(
            (cell) =>
              (wanted === null || cell.task.key === wanted) &&
              (place === null || isUnderKey(cell.territory, place)) &&
              (coverage == null || cell.coverage === coverage),
          );
        return pageOfList(
          cells,
          ({ territory, task }) => `${territory.key}/${task.key}`,
          pageArguments(page),
        );
      },
    }),
  }),
});

builder.objectField(District, 'taskMatrix', (t) =>
  t.field({
    ...reading(150),
    type: TaskMatrix,
    description:
      'Who does what where here: for each task and territory those who were assigned there or to what covers it. What is MUNICIPAL a district does not cover for its municipalities, an association does.',
    args: {
      on: t.arg({ type: 'Date', description: 'The day; today when left out.' }),
      tasks: t.arg.stringList({
        description:
          'Only these of its tasks (their keys); all when left out. A key that it has not is refused.',
      }),
      territories: t.arg.stringList({
        description:
          'Only these of its territories (their keys); all when left out. A key that it has not is refused.',
      }),
    },
    resolve: async ({ key }, { on, tasks, territories }, { loaders }) => {
      const division = await loaders.division.load({ district: key, day: on ?? todayInGermany() });
      return shown(
        division,
        knownTasks(division.tasks, tasks),
        knownPlaces(division.territories, territories),
      );
    },
  }),
);

function shown(division: Division, tasks: readonly string[] | null, keys: readonly string[] | null): Matrix {
  const rows = division
    .rows()
    .filter(
      ([cell]) => keys === null || keys.some((key) => cell !== undefined && isUnderKey(cell.territory, key)),
    )
    .map((row) => row.filter(({ task }) => tasks === null || tasks.includes(task.key)));
  return {
    on: division.on,
    tasks: division.tasks.filter(({ key }) => tasks === null || tasks.includes(key)),
    territories: division.territories.filter(
      (territory) => keys === null || keys.some((key) => isUnderKey(territory, key)),
    ),
    rows,
  };
}

function responsibleOf(assignments: readonly StoredAssignment[]): readonly string[] {
  const responsible = assignments.filter(({ role }) => role === 'RESPONSIBLE');
  return [...new Set(responsible.map(({ actor }) => actor))];
}

function assignmentsIn(rows: Matrix['rows']): readonly StoredAssignment[] {
  const all = rows.flat().flatMap(({ assignments }) => assignments);
  return [...new Set(all)].sort((one, other) => (one.key < other.key ? -1 : 1));
}
