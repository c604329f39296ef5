import type { PublishedVersion } from '@kreisweit/store';
import { builder } from '../builder.ts';

/** The state of all data that readers see. */
export const DataVersion = builder.objectRef<PublishedVersion>('DataVersion').implement({
  description:
    'The state of all data that readers see. It rises with every release, withdrawal, catalogue change or register import.',
  fields: (t) => ({
    number: t.exposeInt('number', {
      description:
        'The number to write as `asOf` where the same figures are wanted again; 0 before the first release.',
    }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was published; null before the first release.',
    }),
  }),
});

builder.queryField('dataVersion', (t) =>
  t.field({
    type: DataVersion,
    description: 'The data version that this request reads.',
    resolve: (_, __, context) => context.dataVersion(),
  }),
);
