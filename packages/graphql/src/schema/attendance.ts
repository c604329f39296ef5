import { attendanceTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { titledValues } from './labelled-values.ts';

/** Whether a member has taken part. */
export const Attendance = builder.enumType('Attendance', {
  description: 'Whether a member has taken part.',
  values: titledValues(attendanceTitles),
});
