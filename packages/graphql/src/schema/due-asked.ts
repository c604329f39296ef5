import { dueAskedTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { titledValues } from './labelled-values.ts';

/** What is to be done. */
export const DueAsked = builder.enumType('DueAsked', {
  description: 'What is to be done about something that is due.',
  values: titledValues(dueAskedTitles),
});
