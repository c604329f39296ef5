import type { AccessToken as AccessTokenRow } from '@kreisweit/store';
import { aboutDistrict, mayOn } from '../access/requested-scope.ts';
import { storeFor } from '../access/require-scope.ts';
import { pageArguments } from '../argument/page-arguments.ts';
import { builder } from '../builder.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { AccessTokenKind } from './access-token-kind.ts';
import { connectionByKey, connectionOptions, pageFields } from './connection.ts';
import { Grant } from './grant.ts';

/** A token or a one-time link: never its secret. */
export const AccessToken = builder.objectRef<AccessTokenRow>('AccessToken').implement({
  description:
    'A token or a one-time link by which somebody has access. Its secret was shown once, when it was made, and nobody can read it again.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'The visible beginning of the token, which names it.' }),
    kind: t.expose('kind', { type: AccessTokenKind, description: 'What it is.' }),
    name: t.exposeString('name', { description: 'The function or the organisation that it is for.' }),
    grants: t.expose('grants', { ...listOf(2), type: [Grant], description: 'The roles that it gives.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    createdBy: t.exposeString('createdBy', { description: 'The identity of whoever made it.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'Until when it can be used.' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, within minutes; null for never.',
    }),
    usedAt: t.expose('usedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the one-time link was spent; null for one that is not, and for a token.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked; null for one that was not.',
    }),
    replacedBy: t.exposeString('replacedBy', {
      nullable: true,
      description: 'The `id` of the token that took its place; null for one that was not rotated.',
    }),
  }),
});

const AccessTokenConnection = builder.connectionObject(...connectionOptions('AccessToken', AccessToken));

builder.queryField('accessTokens', (t) =>
  t.field({
    ...listOf(pageSize),
    type: AccessTokenConnection,
    nullable: true,
    description:
      'Tokens and one-time links that whoever asks manages, by id; null for those who manage none.',
    args: {
      district: t.arg.string({
        description: 'The key of a district: those that are held for it or inside.',
      }),
      ...pageFields(t),
    },
    authScopes: mayOn('MANAGE_ACCESS', aboutDistrict),
    resolve: async (_, { district, ...page }, context) => {
      const { first, after } = pageArguments(page);
      const store = storeFor('MANAGE_ACCESS', context);
      const found = await store.accessTokens({ district: district ?? null, first, after });
      return connectionByKey(found, after, ({ id }) => id);
    },
  }),
);
