import type { TargetCounts as TargetCountsRow } from '@kreisweit/domain';
import { builder } from '../builder.ts';

/** How many targets stand how. */
export const TargetCounts = builder.objectRef<TargetCountsRow>('TargetCounts').implement({
  description: 'How many targets stand how. They add up to `total`.',
  fields: (t) => ({
    total: t.exposeInt('total', { description: 'All.' }),
    reached: t.exposeInt('REACHED', { description: 'Reached.' }),
    notYet: t.exposeInt('NOT_YET', { description: 'Not reached, and their time is not over.' }),
    missed: t.exposeInt('MISSED', { description: 'Not reached in the period that they were set for.' }),
    unknown: t.exposeInt('UNKNOWN', { description: 'Without a published value that speaks for them.' }),
  }),
});
