import { builder } from '../builder.ts';

/** The days of a consultation or of a vote. */
export const DecisionPeriodInput = builder.inputType('DecisionPeriodInput', {
  description: 'The first and the last day; both belong to it.',
  fields: (t) => ({
    firstDay: t.field({ type: 'Date', required: true, description: 'The first day.' }),
    lastDay: t.field({ type: 'Date', required: true, description: 'The last day.' }),
  }),
});
