import { taskObligationTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { titledValues } from './labelled-values.ts';

/** Whether a task must be carried out. */
export const TaskObligation = builder.enumType('TaskObligation', {
  description: 'Whether a task must be carried out.',
  values: titledValues(taskObligationTitles),
});
