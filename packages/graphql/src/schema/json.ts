import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';

builder.scalarType('JSON', {
  description: 'Plain data as JSON holds them. Only answers have them.',
  serialize: (data) => data,
  parseValue: () => {
    throw new GraphQLError('Nothing takes JSON as an argument.');
  },
});
