import { expect, it } from 'vitest';
import { periodOfTime } from './period-of-time.ts';

const FLOW = { during: 'period' } as const;
const STOCK = { at: '12-31' } as const;

it('reads the times of files with one value a row', () => {
  const read = (time: string, reference: Parameters<typeof periodOfTime>[1]) => {
    const dated = periodOfTime(time, reference);
    return 'period' in dated ? dated.period : dated.problem;
  };
  expect(
    ['2015', '2015-A1', '2015-Q1', '2015Q4', '2015-06', '2015-M06'].map((time) => read(time, FLOW)),
  ).toEqual(['2015', '2015', '2015-Q1', '2015-Q4', '2015-06', '2015-06']);
  expect(['2015-12-31', '31.12.2015', '2015-12-31T00:00:00'].map((time) => read(time, STOCK))).toEqual([
    '2015',
    '2015',
    '2015',
  ]);
  expect(read('2014/15', { schoolYear: 'end' })).toBe('2015');
  expect([
    read('2015-06-30', STOCK),
    read('2015-02-30', STOCK),
    read('2015-S1', FLOW),
    read('', FLOW),
    read('2014/15', FLOW),
    read('2015-Q1', { schoolYear: 'end' }),
    read('0000', FLOW),
    read('0000-Q1', FLOW),
    read('0000-12-31', STOCK),
    read('9999/00', { schoolYear: 'end' }),
  ]).toMatchInlineSnapshot(`
    [
      "the table's values are of 2015-06-30, but the measure expects values of 12-31",
      "'2015-02-30' is no time: expected a year, a quarter (2015-Q1), a month (2015-06) or a day (2015-12-31)",
      "'2015-S1' is no time: expected a year, a quarter (2015-Q1), a month (2015-06) or a day (2015-12-31)",
      "'' is no time: expected a year, a quarter (2015-Q1), a month (2015-06) or a day (2015-12-31)",
      "the table's values are of the school year 2014/15, but the measure does not refer to one",
      "the values are of '2015-Q1', but the measure refers to a school year",
      "'0000' is in no year from 0001 to 9999",
      "'0000-Q1' is in no year from 0001 to 9999",
      "'0000-12-31' is in no year from 0001 to 9999",
      "'9999/00' is no time: expected a year, a quarter (2015-Q1), a month (2015-06) or a day (2015-12-31)",
    ]
  `);
});
