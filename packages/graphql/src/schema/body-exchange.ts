import {
  type AttendanceRequest,
  attendanceOf,
  type BodyRow,
  type SeatsRequest,
  seatsOfActors,
  todayInGermany,
} from '@kreisweit/store';
import { internalTo } from '../access/may-read-internals.ts';
import { dayArgument } from '../argument/day-argument.ts';
import { monthsArgument } from '../argument/months-argument.ts';
import { pageArguments } from '../argument/page-arguments.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf, pageSize, reading } from '../cost/entries.ts';
import { loadPresence } from '../loader/load-presence.ts';
import { Actor } from './actor.ts';
import { BodyMember } from './body-member.ts';
import { BodyPresence } from './body-presence.ts';
import { connectionByKey, connectionOptions, pageFields } from './connection.ts';
import { CooperationBody } from './cooperation-body.ts';
import { Meeting } from './meeting.ts';
import { MeetingState } from './meeting-state.ts';
import { MemberAttendance } from './member-attendance.ts';

const internal = internalTo(({ district }: BodyRow) => district);

const MeetingConnection = builder.connectionObject(...connectionOptions('Meeting', Meeting));

const MeetingFilter = builder.inputType('MeetingFilter', {
  description: 'Which meetings to list.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'From this day on.' }),
    until: t.field({ type: 'Date', description: 'Until this day, included.' }),
    states: t.field({ type: [MeetingState], description: 'Only those that are in one of these states.' }),
  }),
});

builder.objectFields(CooperationBody, (t) => ({
  meetings: t.field({
    ...listOf(pageSize),
    type: MeetingConnection,
    description: 'Its meetings by day and key, also those that were cancelled.',
    args: {
      filter: t.arg({ type: MeetingFilter, description: 'Which ones; all when left out.' }),
      ...pageFields(t),
    },
    resolve: async ({ district, key }, { filter, ...args }, { loaders }) => {
      const { first, after } = pageArguments(args);
      const { from = null, until = null, states = null } = filter ?? {};
      const question = { from, until, states, first, after };
      const page = await loaders.meetingPage.load({ owner: { district, key }, question });
      const places = new Map(page.rows.map(({ key: place, meeting }) => [meeting, place]));
      const rows = page.rows.map(({ meeting }) => meeting);
      return connectionByKey({ ...page, rows }, after, (meeting) => places.get(meeting) ?? '');
    },
  }),
  attendance: t.loadableList({
    ...listOf(15, 40),
    type: MemberAttendance,
    nullable: true,
    description:
      'How its members took part in the last months, by the key of the actor: also who has not. For those who take part in the cooperation; null for others.',
    args: {
      months: t.arg.int({
        required: true,
        defaultValue: 12,
        description: 'For so many months, at most 120.',
      }),
      on: t.arg({ type: 'Date', description: 'Up to this day, included; today when left out.' }),
    },
    authScopes: internal,
    load: (requests: readonly AttendanceRequest[], { db }: Context) => attendanceOf(db, requests),
    resolve: ({ district, key }: BodyRow, { months, on }) => ({
      district,
      key,
      months: monthsArgument(months),
      on: dayArgument(on, todayInGermany()),
    }),
  }),
  presence: t.loadable({
    ...reading(40),
    type: BodyPresence,
    nullable: true,
    description:
      'How many municipalities and migrant organisations were represented in the meetings of a time. With few members a share tells who was absent, so it is for those who take part in the cooperation; null for others.',
    args: {
      from: t.arg({ type: 'Date', required: true, description: 'From this day on.' }),
      until: t.arg({ type: 'Date', description: 'Until this day, included; today when left out.' }),
    },
    authScopes: internal,
    load: loadPresence,
    resolve: ({ district, key }: BodyRow, { from, until }) => ({
      district,
      key,
      from,
      until: until ?? todayInGermany(),
    }),
  }),
}));

builder.objectField(BodyMember, 'body', (t) =>
  t.field({
    type: CooperationBody,
    nullable: true,
    description: 'The body.',
    resolve: ({ district, body }, _, { loaders }) => loaders.body.load({ district, key: body }),
  }),
);

builder.objectField(Meeting, 'body', (t) =>
  t.field({
    type: CooperationBody,
    nullable: true,
    description: 'The body that meets.',
    resolve: ({ district, body }, _, { loaders }) => loaders.body.load({ district, key: body }),
  }),
);

builder.objectField(Actor, 'seats', (t) =>
  t.loadableList({
    ...listOf(3),
    type: BodyMember,
    description: 'Its seats in bodies of cooperation, by district and body.',
    args: { on: t.arg({ type: 'Date', description: 'Those of this day; all when left out.' }) },
    load: (requests: readonly SeatsRequest[], { db }: Context) => seatsOfActors(db, requests),
    resolve: ({ key }, { on }) => ({ actor: key, on: on ?? null }),
  }),
);
