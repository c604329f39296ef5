import { flagsOfBits } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { changeRatesOf, changesOf, indexOf } from '../series/compared-values.ts';
import type { Series as SeriesRow } from '../series/series.ts';
import { BoundaryObstacle } from './boundary-obstacle.ts';
import { Category, categoriesOf } from './category.ts';
import { Flag } from './flag.ts';
import { Indicator } from './indicator.ts';
import { Origin } from './origin.ts';
import { Point } from './point.ts';
import { Status } from './status.ts';
import { Unit } from './unit.ts';

/** A published indicator over periods. Its lists are parallel: entry n of each belongs to period n. */
export const Series = builder.objectRef<SeriesRow>('Series').implement({
  description:
    'A published indicator over periods, for one territory and breakdown. Its lists are parallel: the same place in each belongs to the same period.',
  fields: (t) => ({
    indicator: t.expose('indicator', { type: Indicator, description: 'What is shown.' }),
    unit: t.field({
      type: Unit,
      description: 'The unit of the values.',
      resolve: ({ indicator }) => indicator.unit,
    }),
    breakdown: t.field({
      ...listOf(1),
      type: [Category],
      description: 'The categories that the values are restricted to; empty for the total.',
      resolve: ({ breakdown }) => categoriesOf(breakdown),
    }),
    periods: t.expose('periods', { type: ['Period'], description: 'The periods, ascending.' }),
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
    origins: t.expose('origins', { type: [Origin], description: 'Where each value comes from.' }),
    coverages: t.expose('coverages', {
      type: ['Float'],
      nullable: { list: false, items: true },
      description:
        'Which share of the expected members reported, of a mean their share of the weight; null where the value was delivered, a member is confidential or the weight of all is not known.',
    }),
    changes: t.field({
      type: ['Float'],
      nullable: { list: false, items: true },
      description:
        'How much each value has changed since the period just before (the year, quarter or month), in the unit of the values; percentage points where that is percent. Null where one of the two values is missing and across a break: then `flags` of the period say `BREAK`. `from` and `to` change none of it.',
      resolve: changesOf,
    }),
    changeRates: t.field({
      type: ['Float'],
      nullable: { list: false, items: true },
      description:
        'The rate of change: `changes` in percent of the value of the period before, to one decimal. Null where `changes` is, and where the value before is not above zero.',
      resolve: changeRatesOf,
    }),
    index: t.field({
      type: ['Float'],
      nullable: { list: false, items: true },
      description:
        'The values as an index: in percent of the value of a base period, which is 100, to one decimal. Null where there is no value, in periods of another frequency, and where a break lies between the period and the base; all are null where the base has no value, or none above zero.',
      args: {
        base: t.arg({
          type: 'Period',
          required: true,
          description: 'The period that is 100. It may lie outside `from` and `to`.',
        }),
      },
      resolve: (series, { base }) => indexOf(series, base),
    }),
    boundariesOn: t.expose('boundariesOn', {
      type: 'Date',
      nullable: true,
      description: 'The day whose boundaries all values stand on; null where each stands as it was reported.',
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
    points: t.field({
      ...listOf(15),
      type: [Point],
      description:
        'The same as objects, one a period. It costs more than the lists: use it for small charts.',
      resolve: (series) => series.periods.map((_, at) => ({ series, at })),
    }),
  }),
});
