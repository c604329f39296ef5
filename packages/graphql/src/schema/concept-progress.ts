import type { ProgressCounts } from '@kreisweit/domain';
import { builder } from '../builder.ts';

/** How many actions stand how on a day. */
export const ConceptProgress = builder.objectRef<ProgressCounts>('ConceptProgress').implement({
  description: 'How many actions stand how on a day. They add up to `total`.',
  fields: (t) => ({
    total: t.exposeInt('total', { description: 'All.' }),
    onTime: t.exposeInt('ON_TIME', { description: 'Not done, and their end has not passed.' }),
    overdue: t.exposeInt('OVERDUE', { description: 'Not done, and their end has passed.' }),
    doneOnTime: t.exposeInt('DONE_ON_TIME', { description: 'Done by their end.' }),
    doneLate: t.exposeInt('DONE_LATE', { description: 'Done after their end.' }),
    doneUndated: t.exposeInt('DONE_UNDATED', { description: 'Done, and it is not known when.' }),
    stopped: t.exposeInt('STOPPED', { description: 'Given up.' }),
  }),
});
