import type { AuditEntry as AuditEntryRow } from '@kreisweit/domain';
import { aboutDistrict, mayOn } from '../access/requested-scope.ts';
import { storeFor } from '../access/require-scope.ts';
import { pageArguments } from '../argument/page-arguments.ts';
import { builder } from '../builder.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { AuditSubject } from './audit-subject.ts';
import { connectionOfPage, connectionOptions, pageFields } from './connection.ts';
import { Role } from './role.ts';

/** A change that somebody made. */
export const AuditEntry = builder.objectRef<AuditEntryRow>('AuditEntry').implement({
  description: 'A change that somebody made. It holds no figure, no secret and no personal data.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Names the entry.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    identity: t.exposeString('identity', { description: 'Who: see `Me.identity`.' }),
    name: t.exposeString('name', { description: 'The function or the organisation of that identity then.' }),
    role: t.expose('role', { type: Role, description: 'The role that allowed it.' }),
    what: t.exposeString('what', { description: 'What was done: `release.published`.' }),
    subject: t.expose('subject', { type: AuditSubject, description: 'To what.' }),
    districts: t.exposeStringList('districts', {
      description: 'The keys of the districts that it concerns; empty for the whole country, or none.',
    }),
    before: t.expose('before', {
      type: 'JSON',
      nullable: true,
      description: 'How it was before; null where there was nothing.',
    }),
    after: t.expose('after', {
      type: 'JSON',
      nullable: true,
      description: 'How it is after; null where there is nothing any more.',
    }),
    requestId: t.exposeString('requestId', {
      nullable: true,
      description: 'The request that did it, as the log of the server names it; null for a command.',
    }),
    dataVersion: t.exposeInt('dataVersion', {
      nullable: true,
      description: 'The data version that it made; null where it made none.',
    }),
  }),
});

const AuditEntryConnection = builder.connectionObject(...connectionOptions('AuditEntry', AuditEntry));

builder.queryField('auditTrail', (t) =>
  t.field({
    ...listOf(pageSize),
    type: AuditEntryConnection,
    nullable: true,
    description:
      'What was changed, the latest first: for those who may read the audit trail, null for others.',
    args: {
      district: t.arg.string({
        description: 'The key of a district: what concerns it.',
      }),
      from: t.arg({ type: 'DateTime', description: 'Only from this moment on.' }),
      until: t.arg({ type: 'DateTime', description: 'Only before this moment.' }),
      what: t.arg.string({
        description: 'Only what was done so, or what begins with it: `release.published`, `token.`.',
      }),
      subject: t.arg.string({
        description: 'Only what was done to this: `release/17`; to all of a kind: `release`.',
      }),
      ...pageFields(t),
    },
    authScopes: mayOn('READ_AUDIT', aboutDistrict),
    resolve: async (_, { district, from, until, what, subject, ...page }, context) => {
      const { first, after } = pageArguments(page);
      const found = await storeFor('READ_AUDIT', context).auditTrail({
        district: district ?? null,
        from: from ?? null,
        until: until ?? null,
        what: what ?? null,
        subject: subject ?? null,
        first,
        after,
      });
      return connectionOfPage(found, after);
    },
  }),
);
