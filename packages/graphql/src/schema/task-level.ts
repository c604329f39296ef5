import { taskLevelTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { titledValues } from './labelled-values.ts';

/** Who carries a task by law or by custom. */
export const TaskLevel = builder.enumType('TaskLevel', {
  description:
    'Who carries a task by law or by custom. It decides whether a district can carry it for its municipalities: what is theirs, each of them settles for itself or by its association.',
  values: titledValues(taskLevelTitles),
});
