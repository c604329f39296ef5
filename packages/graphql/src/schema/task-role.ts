import { taskRoleTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { titledValues } from './labelled-values.ts';

/** What an actor is for a task. */
export const TaskRole = builder.enumType('TaskRole', {
  description: 'What an actor is for a task.',
  values: titledValues(taskRoleTitles),
});
