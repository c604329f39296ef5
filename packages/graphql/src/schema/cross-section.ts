import { flagsOfBits } from '@kreisweit/domain';
import type { RebasedCrossSection } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { BoundaryObstacle } from './boundary-obstacle.ts';
import { Flag } from './flag.ts';
import { Status } from './status.ts';
import { TerritoryLabel } from './territory-label.ts';

/** One indicator and period for many territories. Its lists are parallel. */
export const CrossSection = builder.objectRef<RebasedCrossSection>('CrossSection').implement({
  description:
    'One indicator and period for many territories: what a map or a ranking draws. The lists are parallel, in the order of the keys.',
  fields: (t) => ({
    territories: t.expose('territories', {
      ...listOf(1),
      type: [TerritoryLabel],
      description:
        'The territories of the day whose boundaries were asked for, else of the end of the period; also those without a value.',
    }),
    values: t.expose('values', {
      type: ['Float'],
      nullable: { list: false, items: true },
      description: 'The values; null where there is none: `statuses` says why.',
    }),
    statuses: t.expose('statuses', { type: [Status], description: 'Why there is a value or none.' }),
    flags: t.field({
      type: t.listRef(t.listRef(Flag)),
      description: 'What else is true of each value.',
      resolve: ({ flags }) => flags.map(flagsOfBits),
    }),
    apportionedShares: t.expose('apportioned', {
      type: ['Float'],
      nullable: { list: false, items: true },
      description:
        'How much of each value was divided by weights, from 0 (added up exactly) to 1 (all of it); null where nothing was carried over and where there is no value. Of a formula, the largest share among its measures.',
    }),
    obstacles: t.expose('obstacles', {
      type: [BoundaryObstacle],
      nullable: { list: false, items: true },
      description:
        'Why there is no value on the boundaries that were asked for; null where nothing stands in the way: then `statuses` alone say why a value is missing.',
    }),
    coverages: t.expose('coverages', {
      type: ['Float'],
      nullable: { list: false, items: true },
      description:
        'Which share of the expected members reported, of a mean their share of the weight; null where the value was delivered, a member is confidential or the weight of all is not known.',
    }),
  }),
});
