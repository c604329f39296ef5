import { builder } from '../../builder.ts';
import { AccessToken } from '../access-token.ts';
import { mayGiveGrants } from '../grant-input.ts';
import { type Issued, issueToken, secretField, tokenArguments } from './issue-token.ts';
import { warningsField } from './text-warnings.ts';

const CreateAccessLinkPayload = builder.objectRef<Issued>('CreateAccessLinkPayload').implement({
  description: 'The one-time link that was made.',
  fields: (t) => ({
    accessLink: t.field({
      type: AccessToken,
      description: 'The link.',
      resolve: ({ issued }) => issued,
    }),
    secret: secretField(t, ({ issued }) => issued.secret),
    warnings: warningsField(t),
  }),
});

builder.mutationField('createAccessLink', (t) =>
  t.field({
    type: CreateAccessLinkPayload,
    errors: {},
    description:
      'Makes a link by which somebody without an access of their own delivers once. It needs managing access where each of the roles is held.',
    args: tokenArguments(t),
    authScopes: mayGiveGrants,
    resolve: (_, args, context) => issueToken(context, 'link', args),
  }),
);
