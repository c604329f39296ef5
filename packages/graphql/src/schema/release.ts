import type { ValueSource } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { loadRecordedOnBehalf } from '../loader/load-recorded-on-behalf.ts';
import { RecordedOnBehalf } from './recorded-on-behalf.ts';

/** What an institute delivered. */
export const Release = builder.objectRef<ValueSource>('Release').implement({
  description: 'A table of an institute, as it was received: the source of a value.',
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Its number, for `withdrawRelease` and `confirmDelivery`.' }),
    institute: t.exposeString('institute', { description: 'Who delivered it.' }),
    title: t.exposeString('title', { description: 'The title of the table.' }),
    source: t.exposeString('source', { description: 'The code of the table or where it is found.' }),
    licence: t.exposeString('licence', { description: 'Under which licence it may be used.' }),
    file: t.exposeString('file', { description: 'The name of the file that was read.' }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it was read in.' }),
    retrievedAt: t.expose('retrievedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was fetched from the institute, where that is known.',
    }),
    onBehalfOf: t.loadableList({
      ...listOf(10),
      type: RecordedOnBehalf,
      description:
        'The municipalities and associations for which the coordination of their district delivered it; empty where they did themselves.',
      load: loadRecordedOnBehalf,
      resolve: ({ id }: ValueSource) => id,
    }),
    demo: t.exposeBoolean('demo', { description: 'True for an invented example.' }),
  }),
});
