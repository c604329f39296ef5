import type { MunicipalityCounts as Counts } from '@kreisweit/domain';
import { builder } from '../builder.ts';

/** How many municipalities say what. */
export const MunicipalityCounts = builder.objectRef<Counts>('MunicipalityCounts').implement({
  description:
    'How many municipalities say what: `entitled` is the sum of supporting, abstaining, opposing, missing and stale.',
  fields: (t) => ({
    entitled: t.exposeInt('entitled', { description: 'All that are asked.' }),
    supporting: t.exposeInt('supporting', { description: 'Support it, with or without reservations.' }),
    withReservations: t.exposeInt('withReservations', { description: 'Of these with reservations.' }),
    abstaining: t.exposeInt('abstaining', { description: 'Abstain.' }),
    opposing: t.exposeInt('opposing', { description: 'Oppose it.' }),
    missing: t.exposeInt('missing', { description: 'Have taken no position.' }),
    stale: t.exposeInt('stale', { description: 'Have taken one on an earlier version only.' }),
    unconfirmed: t.exposeInt('unconfirmed', {
      description: 'Of all that count those that were recorded on behalf of one that has not confirmed it.',
    }),
  }),
});
