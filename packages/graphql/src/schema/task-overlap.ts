import { taskOverlaps } from '@kreisweit/domain';
import {
  type NamedTerritory,
  type StoredAssignment,
  type TaskInDistrict,
  todayInGermany,
} from '@kreisweit/store';
import { pageArguments } from '../argument/page-arguments.ts';
import { builder } from '../builder.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { type Division, isUnderKey } from '../task/division.ts';
import { knownPlace, knownTask } from '../task/known-keys.ts';
import { pageOfList } from '../task/page-of-list.ts';
import { connectionOptions, pageFields } from './connection.ts';
import { District } from './district.ts';
import { IntegrationTask } from './integration-task.ts';
import { TaskAssignment } from './task-assignment.ts';
import { TaskTerritory } from './task-territory.ts';

type OverlapRow = {
  readonly task: TaskInDistrict;
  readonly territory: NamedTerritory;
  readonly nested: boolean;
  readonly from: string | null;
  readonly until: string | null;
  readonly assignments: readonly [StoredAssignment, StoredAssignment];
};

/** Two actors who are responsible for the same task in the same place. */
export const TaskOverlap = builder.objectRef<OverlapRow>('TaskOverlap').implement({
  description:
    'Two actors who are responsible for the same task in the same place on the same days. It may be meant: then they should know of each other.',
  fields: (t) => ({
    task: t.expose('task', { type: IntegrationTask, description: 'The task.' }),
    territory: t.expose('territory', {
      type: TaskTerritory,
      description: 'The place: of two that lie in each other the smaller one.',
    }),
    nested: t.exposeBoolean('nested', {
      description:
        'True where one of them answers for more than this place: the district or the association beside a municipality.',
    }),
    from: t.expose('from', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which both are; null where it is not known.',
    }),
    until: t.expose('until', {
      type: 'Date',
      nullable: true,
      description: 'The last day on which both are; null where no end is known.',
    }),
    assignments: t.expose('assignments', {
      ...listOf(2),
      type: [TaskAssignment],
      description: 'The two assignments, by key.',
    }),
  }),
});

const TaskOverlapConnection = builder.connectionObject(...connectionOptions('TaskOverlap', TaskOverlap));

builder.objectField(District, 'taskOverlaps', (t) =>
  t.field({
    ...listOf(pageSize, 150),
    type: TaskOverlapConnection,
    description:
      'Where several actors are responsible for a task at once, by task, territory and assignments. Two keys of a merged actor are one.',
    args: {
      on: t.arg({ type: 'Date', description: 'The day; today when left out.' }),
      task: t.arg.string({ description: 'Only for this task (its key).' }),
      territory: t.arg.string({ description: 'Only in this territory (its key).' }),
      nested: t.arg.boolean({
        description:
          'True: only where one answers for more than the other; false: only where both do for the same.',
      }),
      ...pageFields(t),
    },
    resolve: async ({ key }, { on, task, territory, nested, ...page }, { loaders }) => {
      const division = await loaders.division.load({ district: key, day: on ?? todayInGermany() });
      const wanted = knownTask(division.tasks, task);
      const place = knownPlace(division.territories, territory);
      const overlaps = overlapsIn(division).filter(
        (overlap) =>
          (wanted === null || overlap.task.key === wanted) &&
          (nested == null || overlap.nested === nested) &&
          (place === null || isUnderKey(overlap.territory, place)),
      );
      return pageOfList(overlaps, placeOf, pageArguments(page));
    },
  }),
);

function overlapsIn({ assignments, territories, tasks }: Division): readonly OverlapRow[] {
  const taskOf = new Map(tasks.map((task) => [task.key, task]));
  const territoryOf = new Map(territories.map((territory) => [territory.key, territory]));
  return taskOverlaps(assignments, territories, tasks).flatMap((overlap) => {
    const task = taskOf.get(overlap.task);
    const territory = territoryOf.get(overlap.territory);
    return task === undefined || territory === undefined ? [] : [{ ...overlap, task, territory }];
  });
}

function placeOf({ task, territory, assignments: [one, other] }: OverlapRow): string {
  return [task.key, territory.key, one.key, other.key].join('/');
}
