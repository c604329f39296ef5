import type { Recurrence as RecurrenceRow } from '@kreisweit/domain';
import { builder } from '../builder.ts';

/** How often a body means to meet. */
export const Recurrence = builder.objectRef<RecurrenceRow>('Recurrence').implement({
  description: 'How often a body means to meet: every so many months, or every so many weeks.',
  fields: (t) => ({
    months: t.int({
      nullable: true,
      description: 'Every so many months; null where it counts weeks.',
      resolve: ({ every }) => ('months' in every ? every.months : null),
    }),
    weeks: t.int({
      nullable: true,
      description: 'Every so many weeks; null where it counts months.',
      resolve: ({ every }) => ('weeks' in every ? every.weeks : null),
    }),
    since: t.expose('since', { type: 'Date', description: 'Since which day.' }),
  }),
});
