import { breakdownKey } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import type { TargetRow } from '../concept/concept-rows.ts';
import { baselineOfTarget, progressOfTarget } from '../concept/progress-of-target.ts';
import { listOf } from '../cost/entries.ts';
import { Category, categoriesOf } from './category.ts';
import { Indicator } from './indicator.ts';
import { TargetBaseline } from './target-baseline.ts';
import { TargetDirection } from './target-direction.ts';
import { TargetProgress } from './target-progress.ts';

/** What a goal is measured by. */
export const ConceptTarget = builder.objectRef<TargetRow>('ConceptTarget').implement({
  description: 'What a goal is measured by: an indicator of the district and the value to reach.',
  fields: (t) => ({
    key: t.string({ description: 'Its key within the version.', resolve: ({ target }) => target.key }),
    indicatorKey: t.string({
      description: 'The key of the indicator.',
      resolve: ({ target }) => target.indicator,
    }),
    indicator: t.field({
      type: Indicator,
      nullable: true,
      description: 'The indicator; null where it is not in the catalogue any more.',
      resolve: async ({ target }, _, context) => {
        const { indicators } = await context.catalogue((await context.dataVersion()).number);
        return indicators.get(target.indicator) ?? null;
      },
    }),
    breakdown: t.field({
      ...listOf(1),
      type: [Category],
      description: 'The categories that the value is restricted to; empty for the total.',
      resolve: ({ target }) => categoriesOf(breakdownKey(target.breakdown)),
    }),
    value: t.float({
      description: 'The value to reach, in the unit of the indicator.',
      resolve: ({ target }) => target.value,
    }),
    direction: t.field({
      type: TargetDirection,
      description: 'On which side of the value the goal lies.',
      resolve: ({ target }) => target.direction,
    }),
    period: t.field({
      type: 'Period',
      description: 'By which period.',
      resolve: ({ target }) => target.period,
    }),
    baseline: t.field({
      type: TargetBaseline,
      nullable: true,
      description:
        'Where it begins by what is published of the district; null where the version has no first day (`from`), or nothing is published of the time before.',
      resolve: (row, _, context) => baselineOfTarget(row, context),
    }),
    progress: t.field({
      type: TargetProgress,
      description: 'How it stands by what is published of the district.',
      resolve: (row, _, context) => progressOfTarget(row, context),
    }),
  }),
});
