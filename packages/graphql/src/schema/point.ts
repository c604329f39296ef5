import { flagsOfBits } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { changeRatesOf, changesOf } from '../series/compared-values.ts';
import type { Series as SeriesRow } from '../series/series.ts';
import { Flag } from './flag.ts';
import { Origin } from './origin.ts';
import { Status } from './status.ts';

type PointOfSeries = { readonly series: SeriesRow; readonly at: number };

/** One period of a series. */
export const Point = builder.objectRef<PointOfSeries>('Point').implement({
  description: 'One period of a series.',
  fields: (t) => ({
    period: t.field({
      type: 'Period',
      description: 'The period.',
      resolve: ({ series, at }) => series.periods[at] ?? '',
    }),
    value: t.float({
      nullable: true,
      description: 'The value, or null: `status` says why.',
      resolve: ({ series, at }) => series.values[at],
    }),
    status: t.field({
      type: Status,
      description: 'Why there is a value or none.',
      resolve: ({ series, at }) => series.statuses[at] ?? 0,
    }),
    flags: t.field({
      type: [Flag],
      description: 'What else is true of the value.',
      resolve: ({ series, at }) => flagsOfBits(series.flags[at] ?? 0),
    }),
    origin: t.field({
      type: Origin,
      description: 'Where the value comes from.',
      resolve: ({ series, at }) => series.origins[at] ?? 0,
    }),
    coverage: t.float({
      nullable: true,
      description: 'Which share of the expected members reported, for a sum of which all may be known.',
      resolve: ({ series, at }) => series.coverages[at],
    }),
    change: t.float({
      nullable: true,
      description:
        'How much the value has changed since the period just before, in its unit (percentage points where that is percent). Null where one of the two is missing and across a break: then `flags` say `BREAK`.',
      resolve: ({ series, at }) => changesOf(series)[at],
    }),
    changeRate: t.float({
      nullable: true,
      description:
        'The change in percent of the value of the period before, to one decimal. Null where `change` is, and where the value before is not above zero.',
      resolve: ({ series, at }) => changeRatesOf(series)[at],
    }),
  }),
});
