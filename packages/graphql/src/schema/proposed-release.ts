import type { ProposedRelease as ProposedReleaseRow } from '@kreisweit/store';
import { maySomewhere } from '../access/requested-scope.ts';
import { storeFor } from '../access/require-scope.ts';
import { pageArguments } from '../argument/page-arguments.ts';
import { builder } from '../builder.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { InvalidArgument } from '../error/invalid-argument.ts';
import { connectionByKey, connectionOptions, pageFields } from './connection.ts';
import { ProposalState } from './proposal-state.ts';
import { ReleaseKind } from './release-kind.ts';
import { ReleasePreview } from './release-preview.ts';

/** A release that is, or was, under review. */
export const ProposedRelease = builder.objectRef<ProposedReleaseRow>('ProposedRelease').implement({
  description:
    'A release that is, or was, under review. While it waits nothing of it is published; it has a data version when it is.',
  fields: (t) => ({
    proposed: t.exposeInt('proposed', {
      description: 'Its number for review: what `publishRelease` and `rejectRelease` take.',
    }),
    state: t.expose('state', { type: ProposalState, description: 'What became of it.' }),
    input: t.exposeString('input', { description: 'The table of a plug-in that it is.' }),
    kind: t.expose('kind', { type: ReleaseKind, description: 'How it stands to earlier ones of the table.' }),
    source: t.exposeString('source', { description: 'The code of the table or where it is found.' }),
    title: t.exposeString('title', { description: 'The title of the table.' }),
    institute: t.exposeString('institute', { description: 'Who delivered it.' }),
    file: t.exposeString('file', { description: 'The name of the file that was read.' }),
    proposedAt: t.expose('proposedAt', { type: 'DateTime', description: 'When it was proposed.' }),
    preview: t.expose('preview', {
      type: ReleasePreview,
      nullable: true,
      description: 'What publishing it would do, as of when it was looked at last; null once it is rejected.',
    }),
    release: t.exposeInt('release', {
      nullable: true,
      description: 'The number of the release that it became; null until it is published.',
    }),
    dataVersion: t.exposeInt('dataVersion', {
      nullable: true,
      description: 'The data version that publishing it made; null until then.',
    }),
    rejectedAt: t.expose('rejectedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was rejected; null where it was not.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it was rejected; null where it was not.',
    }),
  }),
});

const ProposedReleaseConnection = builder.connectionObject(
  ...connectionOptions('ProposedRelease', ProposedRelease),
);

builder.queryField('proposedReleases', (t) =>
  t.field({
    ...listOf(pageSize),
    type: ProposedReleaseConnection,
    nullable: true,
    description:
      'Releases under review that whoever asks may read, the latest first; null for those who may read none.',
    args: {
      state: t.arg({ type: ProposalState, description: 'Only those of one state; all when left out.' }),
      ...pageFields(t),
    },
    authScopes: maySomewhere('READ_PROPOSED'),
    resolve: async (_, { state, ...page }, context) => {
      const { first, after } = pageArguments(page);
      const store = storeFor('READ_PROPOSED', context);
      const query = { state: state ?? null, first, after: after === null ? null : numberInCursor(after) };
      const found = await store.proposedReleases(query);
      return connectionByKey(found, after, ({ proposed }) => String(proposed));
    },
  }),
);

function numberInCursor(key: string): number {
  if (/^\d{1,9}$/.test(key)) return Number(key);
  throw new InvalidArgument(
    'after',
    'This is no cursor of a proposed release. Write an endCursor that a page has given.',
  );
}
