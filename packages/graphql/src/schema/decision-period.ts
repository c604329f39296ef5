import type { DecisionPeriod as DecisionPeriodRow } from '@kreisweit/domain';
import { builder } from '../builder.ts';

/** The days of a consultation or of a vote. */
export const DecisionPeriod = builder.objectRef<DecisionPeriodRow>('DecisionPeriod').implement({
  description: 'The first and the last day; both belong to it.',
  fields: (t) => ({
    firstDay: t.expose('firstDay', { type: 'Date', description: 'The first day.' }),
    lastDay: t.expose('lastDay', { type: 'Date', description: 'The last day.' }),
  }),
});
