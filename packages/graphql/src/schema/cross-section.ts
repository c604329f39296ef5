import type { CrossSection as CrossSectionRow } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { Status } from './status.ts';
import { TerritoryLabel } from './territory-label.ts';

/** One indicator and period for many territories. Its lists are parallel. */
export const CrossSection = builder.objectRef<CrossSectionRow>('CrossSection').implement({
  description:
    'One indicator and period for many territories: what a map or a ranking draws. The lists are parallel, in the order of the keys.',
  fields: (t) => ({
    territories: t.expose('territories', {
      ...listOf(1),
      type: [TerritoryLabel],
      description: 'The territories of the period, also those without a value.',
    }),
    values: t.expose('values', {
      type: ['Float'],
      nullable: { list: false, items: true },
      description: 'The values; null where there is none: `statuses` says why.',
    }),
    statuses: t.expose('statuses', { type: [Status], description: 'Why there is a value or none.' }),
    coverages: t.expose('coverages', {
      type: ['Float'],
      nullable: { list: false, items: true },
      description:
        'Which share of the expected members reported; null where the value was delivered or a member is confidential.',
    }),
  }),
});
