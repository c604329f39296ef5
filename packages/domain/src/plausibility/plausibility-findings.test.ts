import { expect, test } from 'vitest';
import type { Measure } from '../catalogue/measure.ts';
import { partitionRules } from './applied-rule.ts';
import { findingMessage } from './finding-message.ts';
import { type DeliveredCell, plausibilityFindings, type StoredCell } from './plausibility-findings.ts';
import type { PlausibilityCheck } from './plausibility-rule.ts';
import { yearsLater } from './years-later.ts';

function measure(key: string, extra: Partial<Measure> = {}): Measure {
  return {
    key,
    plugin: 'p',
    statistic: 'p/s',
    title: { de: key, en: key },
    unit: 'person',
    rollup: 'sum',
    overTime: 'last',
    reference: { at: '12-31' },
    disclosure: 'atSource',
    additivity: 'exact',
    apportionBy: 'none',
    reportedAt: 'municipality',
    dimensions: ['sex', 'nationality'],
    breaks: [{ from: '2011', reason: { de: 'Zensus', en: 'census' } }],
    revision: 1,
    ...extra,
  };
}

const measures = new Map(
  [
    measure('p/a'),
    measure('p/b'),
    measure('p/own', { disclosure: { minimum: 3 } }),
    measure('p/share', { unit: 'ratio', rollup: 'none' }),
    measure('p/mean', { reference: { mean: 'year' } }),
  ].map((one) => [one.key, one]),
);

/** `p/a 2015 sex=male 5`, one a line; a value `.` is a sign. */
function cells(text: string): readonly DeliveredCell[] {
  return text
    .trim()
    .split('\n')
    .map((line, index) => {
      const [name = '', period = '', ...rest] = line.trim().split(' ');
      const [breakdown = '', value = ''] = rest.length === 2 ? rest : ['', ...rest];
      return {
        territory: '16097',
        measure: name,
        period,
        breakdown,
        value: value === '.' ? null : Number(value),
        isExact: true,
        line: index + 2,
        column: 1,
      };
    });
}

function stored(text: string, isOfInput = false): readonly StoredCell[] {
  return cells(text).map((cell) => ({ ...cell, isOfInput }));
}

function messages(
  check: PlausibilityCheck | null,
  delivered: string,
  beside: readonly StoredCell[] = [],
): readonly string[] {
  const rules =
    check === null
      ? []
      : [{ key: 'p/r', title: { de: 'R', en: 'R' }, severity: 'error' as const, note: null, check }];
  return plausibilityFindings(rules, measures, cells(delivered), beside).map(findingMessage);
}

test('the categories of a partition must add up to their total, with the same rest of the breakdown', () => {
  const rest = 'nationality=german';
  expect(messages(null, 'p/a 2015 10\np/a 2015 sex=male 4\np/a 2015 sex=female 6')).toEqual([]);
  expect(
    messages(null, `p/a 2015 ${rest} 10\np/a 2015 ${rest},sex=male 4\np/a 2015 ${rest},sex=female 5`),
  ).toMatchInlineSnapshot(`
    [
      "16097 in 2015 (nationality=german): The categories add up to the total: the 2 categories of sex (4 + 5) add up to 9, not to the total of p/a 10",
    ]
  `);
});

test('where a number is missing, rounded or of another input, nothing is added up', () => {
  expect(messages(null, 'p/a 2015 10\np/a 2015 sex=male 4')).toEqual([]);
  expect(messages(null, 'p/a 2015 10\np/a 2015 sex=male .\np/a 2015 sex=female 5')).toEqual([]);
  const female = 'p/a 2015 10\np/a 2015 sex=female 5';
  expect(messages(null, female, stored('p/a 2015 sex=male 6'))).toEqual([]);
  expect(messages(null, female, stored('p/a 2015 sex=male 6', true))).toHaveLength(1);
  const rounded = stored('p/a 2015 sex=male 6', true).map((cell) => ({ ...cell, isExact: false }));
  expect(messages(null, female, rounded)).toEqual([]);
});

test('only sums that are declared exact are partitions; what is wrong in own counts is an error', () => {
  const severities = (extra: Partial<Measure>) =>
    partitionRules(measure('p/x', extra)).map(({ key, severity }) => `${key} ${severity}`);
  expect(severities({})).toEqual(['p/x:sex warning', 'p/x:nationality warning']);
  expect(severities({ disclosure: { minimum: 3 }, dimensions: ['sex'] })).toEqual([
    'p/x:sex error',
    'p/x:sex warning',
  ]);
  expect(severities({ additivity: 'rounded' })).toEqual([]);
  expect(severities({ rollup: { weightedMeanBy: 'p/a' } })).toEqual([]);
  expect(severities({ rollup: 'none', unit: 'euro' })).toEqual([]);
});

test('counts compare exactly, everything else within 1e-9', () => {
  const sum = { sum: ['p/a', 'p/b'], equals: 'p/a' };
  expect(messages(sum, 'p/a 2015 1000000000000\np/b 2015 1')).toMatchInlineSnapshot(`
    [
      "16097 in 2015: R: p/a 1000000000000 + p/b 1 = 1000000000001 is not p/a 1000000000000",
    ]
  `);
  const mean = { sum: ['p/mean', 'p/mean', 'p/mean'], equals: 'p/mean', tolerance: 0.2 };
  expect(messages(mean, 'p/mean 2015 0.1')).toEqual([]);
  expect(messages({ ...mean, tolerance: 0.1 }, 'p/mean 2015 0.1')).toMatchInlineSnapshot(`
    [
      "16097 in 2015: R: p/mean 0.1 + p/mean 0.1 + p/mean 0.1 = 0.3 is not p/mean 0.1, with a tolerance of 0.1",
    ]
  `);
});

test('a part is at most the whole, also of what is stored; nothing is said of stored values alone', () => {
  const check = { atMost: ['p/a', 'p/b'] } as const;
  expect(messages(check, 'p/a 2015 10\np/b 2015 10')).toEqual([]);
  expect(
    messages(check, 'p/a 2015 11', stored('p/b 2015 10\np/a 2014 11\np/b 2014 10')),
  ).toMatchInlineSnapshot(`
    [
      "16097 in 2015: R: p/a 11 is more than p/b 10",
    ]
  `);
  expect(messages(check, 'p/a 2015 11\np/b 2015 .', stored('p/b 2015 10'))).toEqual([]);
});

test('a value lies in its range, both ends included', () => {
  expect(messages({ range: 'p/share', from: 0, to: 1 }, 'p/share 2014 0\np/share 2015 1')).toEqual([]);
  expect(messages({ range: 'p/share', from: 0, to: 1 }, 'p/share 2015 1.01')).toMatchInlineSnapshot(`
    [
      "16097 in 2015: R: p/share 1.01 is not between 0 and 1",
    ]
  `);
});

test('a change is not larger than it may be, up and down, but for a change of method', () => {
  const check = { change: 'p/a', upTo: 2, above: 10 };
  expect(messages(check, 'p/a 2013 10\np/a 2014 20\np/a 2015 10')).toEqual([]);
  expect(messages(check, 'p/a 2013 10\np/a 2014 21\np/a 2015 10')).toMatchInlineSnapshot(`
    [
      "16097 in 2014: R: p/a 21 is more than 2 times the value of 2013, 10",
      "16097 in 2015: R: p/a 10 is less than 1/2 of the value of 2014, 21",
    ]
  `);
  expect(messages(check, 'p/a 2014 9\np/a 2015 100')).toEqual([]);
  expect(messages(check, 'p/a 2010 10\np/a 2011 100')).toEqual([]);
  expect(messages(check, 'p/a 2014-Q2 10\np/a 2014-Q3 50\np/a 2015-Q2 30')).toHaveLength(1);
  expect(messages(check, 'p/a 2014 10', stored('p/a 2015 30'))).toHaveLength(1);
});

test('what is stored of own counts is not told, nor a sum that would tell it', () => {
  const own = stored('p/own 2015 2');
  expect(
    messages({ sum: ['p/own', 'p/a'], equals: 'p/b' }, 'p/a 2015 4\np/b 2015 7', own),
  ).toMatchInlineSnapshot(`
    [
      "16097 in 2015: R: p/own (the stored value) + p/a 4 is not p/b 7",
    ]
  `);
  expect(messages({ atMost: ['p/a', 'p/own'] }, 'p/a 2015 4', own)).toMatchInlineSnapshot(`
    [
      "16097 in 2015: R: p/a 4 is more than p/own (the stored value)",
    ]
  `);
});

test('a year later is the same quarter or month, as long as the calendar lasts', () => {
  expect([
    yearsLater('2015-Q4', 1),
    yearsLater('2015-02', -1),
    yearsLater('9999', 1),
    yearsLater('0001', -1),
  ]).toEqual(['2016-Q4', '2014-02', null, null]);
});
