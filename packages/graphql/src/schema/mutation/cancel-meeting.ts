import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { aboutMeeting } from '../meeting-address-input.ts';
import { MeetingPayload, meetingArgument, meetingErrors, revisionArgument } from './meeting-payload.ts';

builder.mutationField('cancelMeeting', (t) =>
  t.field({
    type: MeetingPayload,
    errors: meetingErrors,
    description: 'Cancels a meeting that is planned. It stays in the list, so that nobody waits in vain.',
    args: { meeting: meetingArgument(t), expectedRevision: revisionArgument(t) },
    authScopes: mayOn('MANAGE_BODIES', aboutMeeting),
    resolve: async (_, { meeting: address, expectedRevision }, context) => {
      const store = storeFor('MANAGE_BODIES', context);
      return { meeting: await store.cancelMeeting(address, expectedRevision), hints: [] };
    },
  }),
);
