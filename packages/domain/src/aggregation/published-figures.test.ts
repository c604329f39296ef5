import { describe, expect, test } from 'vitest';
import type { Measure } from '../catalogue/measure.ts';
import type { Formula } from '../formula/formula.ts';
import { readCell } from '../observation/cell.ts';
import { type KnownCell, publishedFigures } from './published-figures.ts';
import { rollUp } from './roll-up.ts';

const measures = new Map<string, Pick<Measure, 'disclosure' | 'rollup'>>([
  ['residents', { disclosure: 'atSource', rollup: 'sum' }],
  ['helped', { disclosure: { minimum: 3 }, rollup: 'sum' }],
]);
const read = (key: string): Formula => ({ op: 'measure', key });
const indicator = (resolved: Formula) => ({ resolved, decimals: 1, mixedBase: null, dimensions: ['sex'] });

/** Cells written `measure period text`, or `measure period text category`. */
function cells(...written: readonly string[]): readonly KnownCell[] {
  return written.map((each) => {
    const [measure = '', period = '', text = '', category] = each.split(' ');
    const figure = readCell(text, { decimal: ',' });
    if (typeof figure === 'string') throw new Error(figure);
    const rolledUp = rollUp(
      { isRegistered: true, members: [], delivered: figure },
      { rollup: 'sum', additivity: 'exact' },
    );
    if (rolledUp === null) throw new Error(`nothing comes of ${each}`);
    return { measure, period, breakdown: category === undefined ? '' : `sex=${category}`, rolledUp };
  });
}

function told(formula: Formula, known: readonly KnownCell[]): readonly string[] {
  return publishedFigures(indicator(formula), measures, known).map(
    ({ period, breakdown, value, status }) => `${[period, breakdown].join(' ').trim()}: ${value ?? status}`,
  );
}

test('a formula has the periods of what it reads without delay', () => {
  const known = cells('residents 2013 30', 'residents 2014 33', 'residents 2016 7');
  expect(told({ op: 'change', of: read('residents'), periods: 1 }, known)).toEqual([
    '2013: NOT_AVAILABLE',
    '2014: 3',
    '2016: NOT_AVAILABLE',
  ]);
  expect(told({ op: 'lag', of: read('residents'), periods: 1 }, known)).toEqual([
    '2014: 30',
    '2015: 33',
    '2017: 7',
  ]);
});

describe('of an own count', () => {
  test('a small category hides those beside it', () => {
    expect(
      told(read('helped'), cells('helped 2014 20', 'helped 2014 2 female', 'helped 2014 18 male')),
    ).toEqual(['2014: 20', '2014 sex=female: CONFIDENTIAL', '2014 sex=male: CONFIDENTIAL']);
  });

  test('a few persons whom no category counts hide all categories', () => {
    const known = cells('helped 2014 20', 'helped 2014 9 female', 'helped 2014 9 male');
    const hidden = ['2014 sex=female: CONFIDENTIAL', '2014 sex=male: CONFIDENTIAL'];
    expect(told(read('helped'), known)).toEqual(['2014: 20', ...hidden]);
    // However often a formula reads the count.
    expect(told({ op: 'index', of: read('helped'), base: '2014' }, known)).toEqual(['2014: 100', ...hidden]);
  });

  test('a hidden total hides its categories', () => {
    expect(told(read('helped'), cells('helped 2014 *', 'helped 2014 9 female'))).toEqual([
      '2014: CONFIDENTIAL',
      '2014 sex=female: CONFIDENTIAL',
    ]);
  });
});
