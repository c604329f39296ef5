import { taskCoverageTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { titledValues } from './labelled-values.ts';

/** Whether somebody answers for a task in a territory. */
export const TaskCoverage = builder.enumType('TaskCoverage', {
  description: 'Whether somebody answers for a task in a territory.',
  values: titledValues(taskCoverageTitles),
});
