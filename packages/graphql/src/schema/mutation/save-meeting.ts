import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { aboutMeeting } from '../meeting-address-input.ts';
import { MeetingState } from '../meeting-state.ts';
import { MeetingPayload, meetingErrors, revisionArgument } from './meeting-payload.ts';
import { hintsIn } from './text-warnings.ts';

const MeetingLinkInput = builder.inputType('MeetingLinkInput', {
  description: 'A place to read on.',
  fields: (t) => ({
    title: t.string({ required: true, description: 'What is found there.' }),
    url: t.string({ required: true, description: 'Where it is found, with https://.' }),
  }),
});

const MeetingResolutionInput = builder.inputType('MeetingResolutionInput', {
  description: 'What a meeting resolved.',
  fields: (t) => ({
    text: t.string({ required: true, description: 'In its own words. No personal data.' }),
    decision: t.string({
      description: 'The key of the joint decision of the district that it made or prepared.',
    }),
  }),
});

const MeetingInput = builder.inputType('MeetingInput', {
  description: 'A meeting as it is to be. Who took part is recorded with `recordAttendance`.',
  fields: (t) => ({
    district: t.string({ required: true, description: 'The key of the district.' }),
    body: t.string({ required: true, description: 'The key of the body.' }),
    key: t.string({
      required: true,
      description: 'Its key within the body: small letters and digits, joined by hyphens.',
    }),
    day: t.field({ type: 'Date', required: true, description: 'Its day.' }),
    state: t.field({
      type: MeetingState,
      required: true,
      defaultValue: 'PLANNED',
      description: 'Whether it has taken place.',
    }),
    agenda: t.stringList({
      required: true,
      defaultValue: [],
      description: 'What it is about, in order. No personal data.',
    }),
    resolutions: t.field({
      type: [MeetingResolutionInput],
      required: true,
      defaultValue: [],
      description: 'What it resolved, in order.',
    }),
    links: t.field({
      type: [MeetingLinkInput],
      required: true,
      defaultValue: [],
      description: 'Where to read on.',
    }),
  }),
});

builder.mutationField('saveMeeting', (t) =>
  t.field({
    type: MeetingPayload,
    errors: meetingErrors,
    description:
      'Plans a meeting of a body, or changes one: all of it is replaced by what is sent, but for what is recorded of participants.',
    args: {
      meeting: t.arg({ type: MeetingInput, required: true, description: 'The meeting.' }),
      expectedRevision: revisionArgument(t),
    },
    authScopes: mayOn('MANAGE_BODIES', aboutMeeting),
    resolve: async (_, { meeting: { district, ...given }, expectedRevision }, context) => {
      const resolutions = given.resolutions.map(({ text, decision = null }) => ({ text, decision }));
      const value = { ...given, resolutions };
      const meeting = await storeFor('MANAGE_BODIES', context).saveMeeting(district, {
        value,
        expectedRevision,
      });
      const texts = [...resolutions.map(({ text }) => text), ...value.links.map(({ title }) => title)];
      return { meeting, hints: hintsIn(...value.agenda, ...texts) };
    },
  }),
);
