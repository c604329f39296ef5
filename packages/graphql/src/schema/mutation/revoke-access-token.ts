import type { AccessToken as AccessTokenRow } from '@kreisweit/store';
import { aboutToken, mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { AccessToken } from '../access-token.ts';

const RevokeAccessTokenPayload = builder.objectRef<AccessTokenRow>('RevokeAccessTokenPayload').implement({
  description: 'The access token or one-time link that was revoked.',
  fields: (t) => ({
    accessToken: t.field({
      type: AccessToken,
      description: 'The token as it is now.',
      resolve: (revoked) => revoked,
    }),
  }),
});

builder.mutationField('revokeAccessToken', (t) =>
  t.field({
    type: RevokeAccessTokenPayload,
    errors: {},
    description: 'Ends an access token or a one-time link at once.',
    args: {
      id: t.arg.string({ required: true, description: 'Its `id`: the visible beginning of the token.' }),
    },
    authScopes: mayOn('MANAGE_ACCESS', aboutToken),
    resolve: (_, { id }, context) => storeFor('MANAGE_ACCESS', context).revokeToken(id),
  }),
);
