import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { aboutMeeting } from '../meeting-address-input.ts';
import { MeetingPayload, meetingArgument, meetingErrors, revisionArgument } from './meeting-payload.ts';

builder.mutationField('recordAttendance', (t) =>
  t.field({
    type: MeetingPayload,
    errors: meetingErrors,
    description:
      'Records who took part in a meeting that was held: the list takes the place of what was known, so that whoever is not in it was not there.',
    args: {
      meeting: meetingArgument(t),
      participants: t.arg.stringList({
        description:
          'The keys of all actors that took part; null takes back what was recorded, and what they said themselves.',
      }),
      expectedRevision: revisionArgument(t),
    },
    authScopes: mayOn('MANAGE_BODIES', aboutMeeting),
    resolve: async (_, { meeting: address, participants = null, expectedRevision }, context) => {
      const store = storeFor('MANAGE_BODIES', context);
      const meeting = await store.recordAttendance(address, { participants, expectedRevision });
      return { meeting, hints: [] };
    },
  }),
);
