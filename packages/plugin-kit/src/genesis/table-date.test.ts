import { describe, expect, it } from 'vitest';
import { tableDate } from './table-date.ts';

describe('tableDate', () => {
  it.each([
    ['31.12.2015', '2015-12-31'],
    ['29.02.2012', '2012-02-29'],
    ['2015', '2015'],
    ['Jahr: 2016', '2016'],
    [' Stichtag: 30.06.2015 ', '2015-06-30'],
    ['2014/15', '2014/15'],
    ['1999/2000', '1999/00'],
  ])('reads %s', (label, date) => {
    expect(tableDate(label)).toBe(date);
  });

  it.each(['31.02.2015', '1.1.2015', '20151', '2014/16', 'Zensus 2011', '- Stichtag 31.12. -', '', '12070'])(
    'refuses %s',
    (label) => {
      expect(tableDate(label)).toBeNull();
    },
  );
});
