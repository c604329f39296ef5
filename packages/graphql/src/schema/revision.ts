import { flagsOfBits } from '@kreisweit/domain';
import type { ValueRevision } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { Flag } from './flag.ts';
import { Release } from './release.ts';
import { Status } from './status.ts';

/** What was published of a value from a data version on. */
export const Revision = builder.objectRef<ValueRevision>('Revision').implement({
  description: 'What was published of a value from a data version on, until the next revision.',
  fields: (t) => ({
    dataVersion: t.exposeInt('dataVersion', {
      description: 'The data version that changed the value; as `asOf` it shows the value as it was then.',
    }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      description: 'When that data version was published.',
    }),
    value: t.exposeFloat('value', { nullable: true, description: 'The value, or null: `status` says why.' }),
    status: t.expose('status', { type: Status, description: 'Why there was a value or none.' }),
    flags: t.field({
      type: [Flag],
      description:
        'What else was true of the value: `PROVISIONAL` and `REVISED` as the institute delivered it.',
      resolve: ({ flags }) => flagsOfBits(flags),
    }),
    release: t.expose('release', {
      type: Release,
      nullable: true,
      description:
        'The table that was taken in with that data version; null where a withdrawal, a register or a definition changed the value.',
    }),
    note: t.exposeString('note', {
      description: 'What made that data version: the table, the register, or the reason of a withdrawal.',
    }),
  }),
});
