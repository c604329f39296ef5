import type { SavedMeeting } from '@kreisweit/store';
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

const STAYS = 'When it is left out it stays as it is; null or an empty list clears it.';

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
      description: 'Whether it has taken place. When it is left out it stays as it is; a new one is planned.',
    }),
    agenda: t.stringList({ description: `What it is about, in order. No personal data. ${STAYS}` }),
    resolutions: t.field({
      type: [MeetingResolutionInput],
      description: `What it resolved, in order. ${STAYS}`,
    }),
    links: t.field({ type: [MeetingLinkInput], description: `Where to read on. ${STAYS}` }),
  }),
});

builder.mutationField('saveMeeting', (t) =>
  t.field({
    type: MeetingPayload,
    errors: meetingErrors,
    description:
      'Plans a meeting of a body, or changes one. What is left out of `state`, `agenda`, `resolutions` and `links` stays as it is, as does what is recorded of participants.',
    args: {
      meeting: t.arg({ type: MeetingInput, required: true, description: 'The meeting.' }),
      expectedRevision: revisionArgument(t),
    },
    authScopes: mayOn('MANAGE_BODIES', aboutMeeting),
    resolve: async (_, { meeting: { district, ...given }, expectedRevision }, context) => {
      const value = savedMeeting(given);
      const meeting = await storeFor('MANAGE_BODIES', context).saveMeeting(district, {
        value,
        expectedRevision,
      });
      const { agenda = [], resolutions = [], links = [] } = value;
      const texts = [...resolutions.map(({ text }) => text), ...links.map(({ title }) => title)];
      return { meeting, hints: hintsIn(...agenda, ...texts) };
    },
  }),
);

/** What is left out stays left out; null is an empty list. */
function savedMeeting({
  body,
  key,
  day,
  state,
  agenda,
  resolutions,
  links,
}: Omit<typeof MeetingInput.$inferInput, 'district'>): SavedMeeting {
  return {
    body,
    key,
    day,
    state: state ?? undefined,
    agenda: agenda === null ? [] : agenda,
    resolutions:
      resolutions === null ? [] : resolutions?.map(({ text, decision = null }) => ({ text, decision })),
    links: links === null ? [] : links,
  };
}
