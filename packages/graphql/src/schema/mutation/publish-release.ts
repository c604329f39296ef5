import type { ReleaseIngest } from '@kreisweit/store';
import { aboutProposed, mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { listOf } from '../../cost/entries.ts';
import { ReleaseWarning } from '../release-warning.ts';
import { proposedArgument } from './proposed-argument.ts';

const PublishReleasePayload = builder.objectRef<ReleaseIngest>('PublishReleasePayload').implement({
  description: 'The release that was published, and what it did.',
  fields: (t) => ({
    release: t.exposeInt('release', { description: 'Its number: what `withdrawRelease` takes.' }),
    dataVersion: t.exposeInt('version', { description: 'The data version that it made.' }),
    cells: t.exposeInt('cells', { description: 'How many cells it holds.' }),
    territories: t.exposeInt('territories', { description: 'How many territories it is about.' }),
    withdrawn: t.exposeInt('withdrawn', {
      description: 'How many cells are withdrawn that an earlier release held and this one does not.',
    }),
    warningCount: t.exposeInt('warningCount', { description: 'How many findings are not plausible.' }),
    warnings: t.expose('warnings', {
      ...listOf(10),
      type: [ReleaseWarning],
      description: 'The first of them.',
    }),
  }),
});

builder.mutationField('publishRelease', (t) =>
  t.field({
    type: PublishReleasePayload,
    errors: {},
    description: 'Publishes a release that waits for a decision, on top of what is published by now.',
    args: proposedArgument(t),
    authScopes: mayOn('DECIDE_RELEASE', aboutProposed),
    resolve: (_, { proposed }, context) => storeFor('DECIDE_RELEASE', context).publishProposed(proposed),
  }),
);
