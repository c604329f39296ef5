import { flagsOfBits } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import type { ComponentPart as ComponentPartRow } from '../explanation/component.ts';
import { Flag } from './flag.ts';
import { Origin } from './origin.ts';
import { Status } from './status.ts';

/** A shorter period behind a component. */
export const ComponentPart = builder.objectRef<ComponentPartRow>('ComponentPart').implement({
  description: 'A quarter or month that a longer period is made of. Its own value explains itself.',
  fields: (t) => ({
    period: t.expose('period', { type: 'Period', description: 'The period.' }),
    value: t.exposeFloat('value', { nullable: true, description: 'Its value, as that of a component.' }),
    status: t.expose('status', { type: Status, description: 'Why there is a value or none.' }),
    flags: t.field({
      type: [Flag],
      description: 'What else is true of its value.',
      resolve: ({ flags }) => flagsOfBits(flags),
    }),
    origin: t.expose('origin', {
      type: Origin,
      nullable: true,
      description: 'Where its value comes from; null where nothing is stored.',
    }),
  }),
});
