import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';

builder.scalarType('DateTime', {
  description: 'A moment in UTC, `2015-12-31T23:00:00Z` (ISO 8601).',
  serialize: (moment) => moment,
  parseValue: (moment) => {
    if (typeof moment === 'string' && !Number.isNaN(Date.parse(moment)))
      return new Date(moment).toISOString();
    throw new GraphQLError(`'${moment}' is no moment. Write it as 2015-12-31T23:00:00Z.`);
  },
});
