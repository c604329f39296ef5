import { builder } from '../builder.ts';

/** How values become that of a longer period. */
export const OverTime = builder.enumType('OverTime', {
  description: 'How the values of periods become that of a longer one.',
  values: {
    SUM: { value: 'sum', description: 'They add up: what happens during a period.' },
    LAST: { value: 'last', description: 'The last one counts: what there is on a day.' },
    MEAN: { value: 'mean', description: 'Their mean.' },
  } as const,
});
