import type { InhabitantCounts as Counts } from '@kreisweit/domain';
import { builder } from '../builder.ts';

/** For how many inhabitants the municipalities speak. */
export const InhabitantCounts = builder.objectRef<Counts>('InhabitantCounts').implement({
  description:
    'For how many inhabitants the municipalities speak, by the register that was in force when the vote was opened. All numbers are null where those of a single municipality are not known, and before the vote was opened.',
  fields: (t) => ({
    registerDate: t.expose('registerDate', {
      type: 'Date',
      nullable: true,
      description: 'The day of that register.',
    }),
    entitled: t.exposeInt('entitled', {
      nullable: true,
      description: 'Of all municipalities that are asked.',
    }),
    supporting: t.exposeInt('supporting', { nullable: true, description: 'Of those that support it.' }),
    abstaining: t.exposeInt('abstaining', { nullable: true, description: 'Of those that abstain.' }),
    opposing: t.exposeInt('opposing', { nullable: true, description: 'Of those that oppose it.' }),
    silent: t.exposeInt('silent', {
      nullable: true,
      description: 'Of those whose position is missing or stale.',
    }),
    supportingShare: t.exposeFloat('supportingShare', {
      nullable: true,
      description:
        'The share of those that support it, 0 to 1: for showing; what is compared are whole numbers.',
    }),
    unknown: t.exposeStringList('unknown', {
      description: 'The keys of the municipalities whose inhabitants are not known.',
    }),
  }),
});
