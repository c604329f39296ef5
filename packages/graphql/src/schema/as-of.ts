import { isDay } from '@kreisweit/domain';
import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';

builder.scalarType('AsOf', {
  description:
    'Which state of the data to read: a data version (`12`, see `dataVersion.number`), a moment (`"2026-03-01T12:00:00Z"`), or a day (`"2026-03-01"`), which means its end in German time (of today: now).',
  serialize: (asOf) => asOf,
  parseValue: (asOf) => {
    if (typeof asOf === 'number' && Number.isInteger(asOf) && asOf >= 0) return asOf;
    if (typeof asOf === 'string' && isDay(asOf)) return asOf;
    if (typeof asOf === 'string' && MOMENT.test(asOf) && isDay(asOf.slice(0, DAY_LENGTH))) {
      const moment = Date.parse(asOf);
      if (moment > FIRST && moment < LAST) return new Date(moment).toISOString();
    }
    throw new GraphQLError(
      `'${String(asOf).slice(0, SHOWN)}' is no state of the data. Write the number of a data version like 12, a moment like "2026-03-01T12:00:00Z" or a day like "2026-03-01".`,
    );
  },
});

const DAY_LENGTH = 'yyyy-mm-dd'.length;
const SHOWN = 40;

/** What both JavaScript and PostgreSQL can tell. */
const FIRST = Date.parse('0001-01-02T00:00:00Z');
const LAST = Date.parse('9999-12-30T00:00:00Z');

/** A moment needs its zone: without one it would mean another for each reader. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
