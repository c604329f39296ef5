import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { MeetingPayload, meetingArgument, meetingErrors } from './meeting-payload.ts';

builder.mutationField('recordOwnAttendance', (t) =>
  t.field({
    type: MeetingPayload,
    errors: meetingErrors,
    description:
      'Records that one actor took part in a meeting that was held of a body in which it had a seat: for those who represent it. It says nothing of the others, and needs no revision.',
    args: {
      meeting: meetingArgument(t),
      actor: t.arg.string({ required: true, description: 'The key of the actor.' }),
    },
    authScopes: mayOn('RECORD_ATTENDANCE', ({ actor }: { readonly actor: string }) => [
      { kind: 'actor', key: actor },
    ]),
    resolve: async (_, { meeting: address, actor }, context) => {
      const store = storeFor('RECORD_ATTENDANCE', context);
      return { meeting: await store.recordOwnAttendance(address, actor), hints: [] };
    },
  }),
);
