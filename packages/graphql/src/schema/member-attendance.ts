import { attendanceTitles, type MemberAttendance as MemberAttendanceRow } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { Actor } from './actor.ts';
import { Attendance } from './attendance.ts';
import { localisedField } from './localised-field.ts';

/** How a member of a body took part in a time. */
export const MemberAttendance = builder.objectRef<MemberAttendanceRow>('MemberAttendance').implement({
  description: 'How a member of a body took part in a time. Guests are not expected, and not among them.',
  fields: (t) => ({
    actor: t.field({
      type: Actor,
      nullable: true,
      description: 'The actor; null where its entry is gone.',
      resolve: ({ actor }, _, { loaders }) => loaders.actor.load(actor),
    }),
    attendance: t.expose('attendance', { type: Attendance, description: 'Whether it took part.' }),
    attendanceTitle: localisedField(
      t,
      'Whether it took part, for people.',
      ({ attendance }) => attendanceTitles[attendance],
    ),
    meetings: t.exposeInt('meetings', { description: 'How many meetings were held while it was a member.' }),
    recorded: t.exposeInt('recorded', {
      description: 'Of how many of them it is known whether it took part.',
    }),
    attended: t.exposeInt('attended', { description: 'In how many it did.' }),
    lastAttended: t.expose('lastAttended', {
      type: 'Date',
      nullable: true,
      description: 'The last day on which it did, also before that time; null where none is known.',
    }),
  }),
});
