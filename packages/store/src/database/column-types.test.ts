import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../testing/engines.ts';
import type { Database } from './database.ts';

describe.each(engines)('values from $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  const row = async (select: string) => (await database.pool.query(`select ${select}`)).rows[0];

  test('numbers', async () => {
    expect(
      await row(`1::int2 as i2, 2::int4 as i4, 3::int8 as i8, 0.1::float8 as f8, 'NaN'::float8 as nan, 1.50 as n,
        count(*) as c, sum(x) as s, avg(x) as a from generate_series(1, 4) as x`),
    ).toEqual({ i2: 1, i4: 2, i8: 3, f8: 0.1, nan: Number.NaN, n: 1.5, c: 4, s: 10, a: 2.5 });
  });

  test('an integer that is no exact number is an error', async () => {
    await expect(row('9007199254740993::int8')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[RangeError: The integer 9007199254740993 does not fit into a number exactly: cast it to text in the query.]`,
    );
    await expect(row('sum(9007199254740991::int8) from generate_series(1, 2)')).rejects.toThrow(RangeError);
    expect(await row('9007199254740991::int8 as largest')).toEqual({ largest: Number.MAX_SAFE_INTEGER });
  });

  test('dates and times are ISO strings, never shifted by a zone', async () => {
    expect(
      await row(`date '2015-12-31' as d, date 'infinity' as ever, timestamp '2015-12-31 23:59:59.5' as local,
        timestamptz '2016-01-01 00:30:00.123456+01' as instant, timestamptz '2016-07-01 00:00:00Z' as whole,
        timestamptz '-infinity' as never`),
    ).toEqual({
      d: '2015-12-31',
      ever: 'infinity',
      local: '2015-12-31T23:59:59.5',
      instant: '2015-12-31T23:30:00.123456Z',
      whole: '2016-07-01T00:00:00Z',
      never: '-infinity',
    });
  });

  test('a time finds its own row again', async () => {
    const { rows } = await database.pool.query<{ at: string }>('select clock_timestamp() as at');
    const back = await database.pool.query('select $1::timestamptz as at', [rows[0]?.at]);
    expect(back.rows).toEqual(rows);
  });

  test('arrays, with nulls', async () => {
    expect(
      await row(`'{1.5,NULL,-3e-7}'::float8[] as f8, '{1,NULL}'::int2[] as i2, '{4,5}'::int4[] as i4, '{6}'::int8[] as i8,
        '{OK,NULL,"a b","NULL"}'::text[] as words, '{2015-12-31,NULL}'::date[] as dates, '{t,f,NULL}'::bool[] as truths,
        '{}'::float8[] as none, '{{1,2},{3,4}}'::int4[] as square,
        array[timestamptz '2016-01-01 00:00:00+01'] as instants, '{1.25}'::numeric[] as decimals`),
    ).toEqual({
      f8: [1.5, null, -3e-7],
      i2: [1, null],
      i4: [4, 5],
      i8: [6],
      words: ['OK', null, 'a b', 'NULL'],
      dates: ['2015-12-31', null],
      truths: [true, false, null],
      none: [],
      square: [
        [1, 2],
        [3, 4],
      ],
      instants: ['2015-12-31T23:00:00Z'],
      decimals: [1.25],
    });
  });

  test('the rest is as pg gives it', async () => {
    expect(await row(`'{"a":[1]}'::jsonb as j, true as b, 'x'::text as t, null as n`)).toEqual({
      j: { a: [1] },
      b: true,
      t: 'x',
      n: null,
    });
  });

  test('letters and order do not depend on the machine', async () => {
    expect(
      await row(`lower('ÄÖÜß') as lower, string_agg(x, ' ' order by x) as by_code,
        string_agg(x, ' ' order by x collate "und-x-icu") as for_people
        from unnest(array['Zossen', 'Öhringen', 'Ahlen', 'ahlen', 'Offenbach']) as x`),
    ).toEqual({
      lower: 'äöüß',
      by_code: 'Ahlen Offenbach Zossen ahlen Öhringen',
      for_people: 'ahlen Ahlen Offenbach Öhringen Zossen',
    });
  });
});
