import { todayInGermany } from '@kreisweit/store';
import { pageArguments } from '../argument/page-arguments.ts';
import { builder } from '../builder.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { type DivisionCell, isUnderKey } from '../task/division.ts';
import { knownPlace, knownTask } from '../task/known-keys.ts';
import { pageOfList } from '../task/page-of-list.ts';
import { connectionOptions, pageFields } from './connection.ts';
import { District } from './district.ts';
import { IntegrationTask } from './integration-task.ts';
import { TaskObligation } from './task-obligation.ts';
import { TaskTerritory } from './task-territory.ts';

/** A task for which nobody is responsible where somebody is expected. */
export const TaskGap = builder.objectRef<Pick<DivisionCell, 'task' | 'territory'>>('TaskGap').implement({
  description:
    'A task for which nobody is responsible where somebody is expected. A MUNICIPAL task: in a municipality, neither there nor for its association. Any other: in the district, once for all of its municipalities that have nobody.',
  fields: (t) => ({
    task: t.expose('task', { type: IntegrationTask, description: 'The task.' }),
    territory: t.expose('territory', {
      type: TaskTerritory,
      description:
        'Where somebody is expected: the municipality, or the district for what it carries. A kreisfreie Stadt stands under its key as a district.',
    }),
  }),
});

const TaskGapConnection = builder.connectionObject(...connectionOptions('TaskGap', TaskGap));

builder.objectField(District, 'taskGaps', (t) =>
  t.field({
    ...listOf(pageSize, 150),
    type: TaskGapConnection,
    description: 'Where nobody is responsible for a task, by the keys of territory and task.',
    args: {
      on: t.arg({ type: 'Date', description: 'The day; today when left out.' }),
      task: t.arg.string({ description: 'Only for this task (its key).' }),
      territory: t.arg.string({
        description:
          'Only at this territory (its key). What is missing at the district stands at the district, not at its municipalities.',
      }),
      obligation: t.arg({ type: TaskObligation, description: 'Only for tasks of this obligation.' }),
      ...pageFields(t),
    },
    resolve: async ({ key }, { on, task, territory, obligation, ...page }, { loaders }) => {
      const division = await loaders.division.load({ district: key, day: on ?? todayInGermany() });
      const wanted = knownTask(division.tasks, task);
      const place = knownPlace(division.territories, territory);
      const gaps = division
        .rows()
        .flat()
        .filter(
          (cell) =>
            cell.coverage === 'GAP' &&
            (wanted === null || cell.task.key === wanted) &&
            (obligation == null || cell.task.obligation === obligation) &&
            (place === null || isUnderKey(cell.territory, place)),
        );
      return pageOfList(gaps, (cell) => `${cell.territory.key}/${cell.task.key}`, pageArguments(page));
    },
  }),
);
