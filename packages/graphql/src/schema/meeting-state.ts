import { meetingStateTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { titledValues } from './labelled-values.ts';

/** Whether a meeting has taken place. */
export const MeetingState = builder.enumType('MeetingState', {
  description: 'Whether a meeting has taken place.',
  values: titledValues(meetingStateTitles),
});
