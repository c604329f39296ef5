import { taskCoverageTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import type { DivisionCell } from '../task/division.ts';
import { connectionOptions } from './connection.ts';
import { IntegrationTask } from './integration-task.ts';
import { localisedField } from './localised-field.ts';
import { TaskAssignment } from './task-assignment.ts';
import { TaskCoverage } from './task-coverage.ts';
import { TaskTerritory } from './task-territory.ts';

/** One task in one territory. */
export const TaskCell = builder.objectRef<DivisionCell>('TaskCell').implement({
  description: 'One task in one territory on a day: what is settled there.',
  fields: (t) => ({
    task: t.expose('task', { type: IntegrationTask, description: 'The task.' }),
    territory: t.expose('territory', { type: TaskTerritory, description: 'The territory.' }),
    coverage: t.expose('coverage', {
      type: TaskCoverage,
      description: 'Whether somebody answers for it there.',
    }),
    coverageTitle: localisedField(
      t,
      'What people call that.',
      ({ coverage }) => taskCoverageTitles[coverage],
    ),
    assignments: t.expose('assignments', {
      ...listOf(2),
      type: [TaskAssignment],
      description:
        'All who count there: the nearest territory first, then what covers it; within one by role, RESPONSIBLE first.',
    }),
  }),
});

/** A page of cells. */
export const TaskCellConnection = builder.connectionObject(...connectionOptions('TaskCell', TaskCell));
