import type { IssuedToken } from '@kreisweit/store';
import { aboutToken, mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { AccessToken } from '../access-token.ts';
import { secretField } from './issue-token.ts';

const RotateAccessTokenPayload = builder.objectRef<IssuedToken>('RotateAccessTokenPayload').implement({
  description: 'The access token that takes the place of another.',
  fields: (t) => ({
    accessToken: t.field({
      type: AccessToken,
      description: 'The new token, with the roles of the old one.',
      resolve: (issued) => issued,
    }),
    secret: secretField(t, ({ secret }) => secret),
  }),
});

const mayManage = mayOn('MANAGE_ACCESS', aboutToken);

builder.mutationField('rotateAccessToken', (t) =>
  t.field({
    type: RotateAccessTokenPayload,
    errors: {},
    description:
      'Makes a token that takes the place of another one, which ends soon after. A token may do so for itself, without managing access.',
    args: {
      id: t.arg.string({ required: true, description: 'The `id` of the token to replace.' }),
      expiresAt: t.arg({
        type: 'DateTime',
        description: 'Until when the new token can be used; left out, as long as the old one could.',
      }),
      graceHours: t.arg.int({
        description:
          'For how many hours the old token can still be used, until the new one is in place: 0 to 168, left out 24.',
      }),
    },
    authScopes: (_, args, { acting }) => acting.principal.id === `token:${args.id}` || mayManage(_, args),
    resolve: (_, { id, expiresAt, graceHours }, context) =>
      storeFor('MANAGE_ACCESS', context).rotateToken(id, {
        expiresAt: expiresAt ?? null,
        ...(graceHours == null ? {} : { graceHours }),
      }),
  }),
);
