import { integrationTasks, integrationTasksNotice } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { District } from './district.ts';
import { IntegrationTask, type TaskRow, taskOfCatalogue } from './integration-task.ts';
import { localisedField } from './localised-field.ts';
import { TaskLevel } from './task-level.ts';
import { TaskObligation } from './task-obligation.ts';

/** Tasks with what has to be known before they are read. */
export const IntegrationTasks = builder
  .objectRef<{ readonly items: readonly TaskRow[] }>('IntegrationTasks')
  .implement({
    description: 'Tasks of integration work, with what has to be known before they are read.',
    fields: (t) => ({
      notice: localisedField(
        t,
        'Show it wherever the tasks are listed: what they say is the usual case and no legal advice.',
        () => integrationTasksNotice,
      ),
      items: t.expose('items', { ...listOf(30), type: [IntegrationTask], description: 'The tasks.' }),
    }),
  });

builder.queryField('integrationTasks', (t) =>
  t.field({
    type: IntegrationTasks,
    description: 'The catalogue of the usual tasks of integration work in rural districts.',
    args: {
      obligation: t.arg({ type: TaskObligation, description: 'Only those of one obligation.' }),
      carriedBy: t.arg({ type: TaskLevel, description: 'Only those that this level carries.' }),
    },
    resolve: (_, filter) => ({ items: integrationTasks.map(taskOfCatalogue).filter(isWanted(filter)) }),
  }),
);

builder.objectField(District, 'tasks', (t) =>
  t.field({
    type: IntegrationTasks,
    description: 'The tasks of integration work here: the catalogue as it is here, then its own by key.',
    args: {
      obligation: t.arg({ type: TaskObligation, description: 'Only those of one obligation.' }),
      carriedBy: t.arg({ type: TaskLevel, description: 'Only those that this level carries.' }),
    },
    resolve: async ({ key }, filter, { loaders }) => {
      const tasks = await loaders.districtTasks.load(key);
      return { items: tasks.filter(isWanted(filter)) };
    },
  }),
);

function isWanted({
  obligation,
  carriedBy,
}: {
  readonly obligation?: unknown;
  readonly carriedBy?: unknown;
}): (task: TaskRow) => boolean {
  return (task) =>
    (obligation == null || task.obligation === obligation) && (carriedBy == null || task.level === carriedBy);
}
