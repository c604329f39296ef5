import type { Formula, Indicator } from '@kreisweit/domain';
import { expect, test } from 'vitest';
import { type PublishOptions, publishSql } from './publish-sql.ts';

const residents: Formula = { op: 'measure', key: 'population/residents' };
const foreigners: Formula = { op: 'measure', key: 'population/foreigners' };
const waitDays: Formula = { op: 'measure', key: 'care/waitDays' };
const participants: Formula = { op: 'measure', key: 'courses/participants' };

function indicator(key: string, formula: Formula, decimals: number): Indicator {
  return {
    key,
    plugin: key.split('/')[0] ?? '',
    title: { de: key, en: key },
    description: null,
    unit: 'percent',
    decimals,
    direction: 'neutral',
    formula,
    resolved: formula,
    mixedBase: null,
    dimensions: ['sex'],
    caveats: null,
    informs: [],
    deprecated: null,
    methodRevision: 1,
    revision: '1',
  };
}

const slot = (
  key: string,
  measureId: number,
  options: { lag?: number; base?: string; minimum?: number; weightId?: number } = {},
) => ({
  key,
  measureId,
  lag: 0,
  base: null,
  minimum: 0,
  weightId: null,
  ...options,
});

const unbroken: PublishOptions = {
  several: false,
  breaks: { methods: false, reforms: 'none' },
  timed: false,
};

/** The committed statements: a change of how indicators are published is a change of these files. */
const statements: Readonly<Record<string, string>> = {
  'publish-measure': publishSql(
    indicator('population/residents', residents, 0),
    [slot('population/residents', 1)],
    unbroken,
  ),
  'publish-over-time': publishSql(
    indicator('courses/participants', participants, 0),
    [slot('courses/participants', 3, { minimum: 3 })],
    { ...unbroken, timed: true },
  ),
  'publish-mean': publishSql(
    indicator('care/waitDays', waitDays, 1),
    [slot('care/waitDays', 4, { weightId: 5 })],
    unbroken,
  ),
  'publish-share': publishSql(
    indicator('population/foreignShare', { op: 'share', part: foreigners, whole: residents }, 1),
    [slot('population/foreigners', 2), slot('population/residents', 1)],
    { several: true, breaks: { methods: true, reforms: 'population' }, timed: false },
  ),
  'publish-index-of-change': publishSql(
    indicator(
      'population/changeIndex',
      { op: 'index', of: { op: 'change', of: residents, periods: 1 }, base: '2010' },
      1,
    ),
    [
      slot('population/residents', 1),
      slot('population/residents', 1, { lag: 1 }),
      slot('population/residents', 1, { base: '2010' }),
      slot('population/residents', 1, { lag: 1, base: '2010' }),
    ],
    { several: false, breaks: { methods: true, reforms: 'population' }, timed: false },
  ),
  'publish-own-count': publishSql(
    indicator(
      'courses/perThousand',
      {
        op: 'per',
        factor: 1000,
        numerator: participants,
        denominator: { op: 'lag', of: residents, periods: 1 },
      },
      2,
    ),
    [slot('courses/participants', 3, { minimum: 3 }), slot('population/residents', 1, { lag: 1 })],
    unbroken,
  ),
};

test.each(Object.keys(statements))('%s is as committed', async (name) => {
  await expect(`${statements[name]?.trim()};\n`).toMatchFileSnapshot(`../../sql/${name}.sql`);
});
