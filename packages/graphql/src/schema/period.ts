import { isPeriod } from '@kreisweit/domain';
import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';

builder.scalarType('Period', {
  description: 'A year `2015`, a quarter `2015-Q1` or a month `2015-06` (ISO 8601).',
  serialize: (period) => period,
  parseValue: (period) => {
    if (typeof period === 'string' && isPeriod(period)) return period;
    throw new GraphQLError(`'${period}' is no period. Write "2015", "2015-Q1" or "2015-06".`);
  },
});
