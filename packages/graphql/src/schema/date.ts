import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';

/** True for a day that exists, as ISO 8601 writes it. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  if (text.startsWith('0000')) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}

builder.scalarType('Date', {
  description: 'A day, `2015-12-31` (ISO 8601).',
  serialize: (day) => day,
  parseValue: (day) => {
    if (isDay(day)) return day;
    throw new GraphQLError(`'${day}' is no day. Write it as 2015-12-31.`);
  },
});
