import { isDay } from '@kreisweit/domain';
import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';

builder.scalarType('Date', {
  description: 'A day, `2015-12-31` (ISO 8601).',
  serialize: (day) => day,
  parseValue: (day) => {
    if (typeof day === 'string' && isDay(day)) return day;
    throw new GraphQLError(`'${day}' is no day. Write it as 2015-12-31.`);
  },
});
