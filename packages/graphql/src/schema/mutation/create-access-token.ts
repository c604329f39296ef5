import { builder } from '../../builder.ts';
import { AccessToken } from '../access-token.ts';
import { mayGiveGrants } from '../grant-input.ts';
import { type Issued, issueToken, secretField, tokenArguments } from './issue-token.ts';
import { warningsField } from './text-warnings.ts';

const CreateAccessTokenPayload = builder.objectRef<Issued>('CreateAccessTokenPayload').implement({
  description: 'The access token that was made.',
  fields: (t) => ({
    accessToken: t.field({
      type: AccessToken,
      description: 'The token.',
      resolve: ({ issued }) => issued,
    }),
    secret: secretField(t, ({ issued }) => issued.secret),
    warnings: warningsField(t),
  }),
});

builder.mutationField('createAccessToken', (t) =>
  t.field({
    type: CreateAccessTokenPayload,
    errors: {},
    description:
      'Makes an access token for an institution. It needs managing access where each of the roles is held; only administrators make ' +
      'coordinators and administrators.',
    args: tokenArguments(t),
    authScopes: mayGiveGrants,
    resolve: (_, args, context) => issueToken(context, 'token', args),
  }),
);
