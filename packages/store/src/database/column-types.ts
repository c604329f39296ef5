import pg from 'pg';
import { arrayOf } from './array-text.ts';

const { builtins } = pg.types;
const textParser = (oid: number): ((text: string) => unknown) => pg.types.getTypeParser(oid, 'text');
const parseTimestamp = textParser(builtins.TIMESTAMPTZ);

/** An `int8` as a number: keys and counts stay below 2^53. */
function exactInteger(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError(
    `The integer ${text} does not fit into a number exactly: cast it to text in the query.`,
  );
}

/** A `numeric` as a number: what `sum(int8)` and `avg` answer. Whole numbers must fit exactly. */
function decimal(text: string): number {
  return /^-?\d+$/.test(text) ? exactInteger(text) : Number(text);
}

function isoDate(text: string): string {
  if (/^\d{4,}-\d\d-\d\d$/.test(text) || text.endsWith('infinity')) return text;
  throw new RangeError(
    `The date ${text} is not an ISO date: set DateStyle to ISO and use years after Christ.`,
  );
}

/** The microseconds are kept, so that a time read from a row finds that row again. */
function isoInstant(text: string): string {
  if (text.endsWith('infinity')) return text;
  const instant = parseTimestamp(text);
  if (!(instant instanceof Date) || Number.isNaN(instant.valueOf())) {
    throw new RangeError(`The time ${text} is not an ISO time: set DateStyle to ISO.`);
  }
  const fraction = /:\d\d(\.\d+)/.exec(text)?.[1] ?? '';
  return `${instant.toISOString().slice(0, -'.000Z'.length)}${fraction}Z`;
}

const localTime = (text: string): string => text.replace(' ', 'T');
const same = (text: string): string => text;
const truth = (text: string): boolean => text === 't';

/** Scalar type, its array type (the numbers of `pg_type`, which never change) and how its text is read. */
const types: readonly (readonly [scalar: number, array: number, parse: (text: string) => unknown])[] = [
  [builtins.BOOL, 1000, truth],
  [builtins.INT2, 1005, Number],
  [builtins.INT4, 1007, Number],
  [builtins.INT8, 1016, exactInteger],
  [builtins.FLOAT4, 1021, Number],
  [builtins.FLOAT8, 1022, Number],
  [builtins.NUMERIC, 1231, decimal],
  [builtins.TEXT, 1009, same],
  [builtins.VARCHAR, 1015, same],
  [builtins.DATE, 1182, isoDate],
  [builtins.TIMESTAMP, 1115, localTime],
  [builtins.TIMESTAMPTZ, 1185, isoInstant],
];

const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map(
  types.flatMap(([scalar, array, parse]) => [
    [scalar, parse],
    [array, arrayOf(parse)],
  ]),
);

/**
 * How columns arrive, given to every connection; the parsers of `pg` itself are left as they are.
 *
 * | SQL | JavaScript |
 * |---|---|
 * | `int2` `int4` `float4` `float8` | number |
 * | `int8` `numeric` | number; an integer beyond 2^53 is an error instead of a wrong number |
 * | `date` | `'2015-12-31'` |
 * | `timestamptz` | `'2015-12-31T23:00:00.123456Z'` (UTC) |
 * | `timestamp` | `'2015-12-31T23:00:00'` (no zone) |
 * | arrays of these, `text[]`, `bool[]` | arrays, with null for NULL |
 *
 * Everything else as `pg` does it: `text` string, `bool` boolean, `json` parsed, `bytea` Buffer.
 */
export const columnTypes: pg.CustomTypesConfig = Object.freeze({
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    const parse = format === 'binary' ? undefined : parsers.get(oid);
    return parse ?? pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
});
