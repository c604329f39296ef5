import { builder } from '../builder.ts';

/** How the values of members become that of the territory above them. */
export const Rollup = builder.enumType('Rollup', {
  description: 'How the values of members become that of the territory above them.',
  values: {
    SUM: { value: 'sum', description: 'They add up.' },
    WEIGHTED_MEAN: {
      value: 'weightedMean',
      description: 'Their mean, each with the weight that another measure gives it.',
    },
    MIN: { value: 'min', description: 'The least counts.' },
    MAX: { value: 'max', description: 'The greatest counts.' },
    COUNT: { value: 'count', description: 'The municipalities that have a value are counted.' },
    NONE: { value: 'none', description: 'They do not: only what is delivered for the territory counts.' },
  } as const,
});
