import { expect, test } from 'vitest';
import { flagsOfBits } from '../observation/flags.ts';
import { boundaryHistory } from './boundary-history.ts';
import type { BoundaryKnowledge, Life, Transfer } from './boundary-knowledge.ts';
import {
  type BoundaryParts,
  type BoundaryQuestion,
  districtHistory,
  districtParts,
  municipalityParts,
} from './boundary-parts.ts';
import { type Fact, type FactOf, type RebasingRule, rebase } from './rebase.ts';
import { WHOLE } from './shares.ts';

const persons: RebasingRule = { rollup: 'sum', apportionBy: 'population', isExact: true, ownCount: false };

/** A crosswalk from some year ends to that of 2021, of lines `source target first-last population area`. */
function known(years: readonly number[], ...lines: readonly string[]): BoundaryKnowledge {
  const days = years.map((year) => `${year}-12-31`);
  const transfers = lines.map((line): Transfer => {
    const [source = '', target = '', life = '', population, area] = line.split(' ');
    const [first = '', last = first] = life.split('-');
    const shares =
      population === undefined
        ? WHOLE
        : { population: Number(population), area: Number(area), employment: null };
    return { source, target, from: `${first}-12-31`, until: `${last}-12-31`, shares };
  });
  const lives = new Map<string, Life>();
  for (const { source, from, until } of transfers) {
    const before = lives.get(source);
    lives.set(source, { from: before?.from ?? from, until });
  }
  for (const { target } of transfers) {
    lives.set(target, { from: lives.get(target)?.from ?? '2021-12-31', until: null });
  }
  return { crosswalks: [{ days, on: '2021-12-31', transfers }], changeLists: [], registerDays: [], lives };
}

/** The parts of a district: members as `key: share of the inhabitants`. */
function inWords(parts: BoundaryParts): unknown {
  if (typeof parts === 'string') return parts;
  return parts.map(({ source, shares, members }) => ({
    source,
    population: shares.population,
    members: members.map((member) => `${member.source}: ${member.shares.population}`),
  }));
}

function partsOf(parts: BoundaryParts): Exclude<BoundaryParts, string> {
  if (typeof parts === 'string') throw new Error(`the parts are unknown: ${parts}`);
  return parts;
}

const number = (value: number): Fact => ({ value, status: 'NORMAL', flags: 0, weight: null });

function delivered(values: Record<string, number>): FactOf {
  return (key) => {
    const value = values[key];
    return value === undefined ? null : number(value);
  };
}

const result = (question: BoundaryQuestion, history: ReturnType<typeof districtHistory>, factOf: FactOf) => {
  const { value, status, flags, apportioned, isPatchy, refusal } = rebase(
    persons,
    partsOf(districtParts(history, question)),
    factOf,
  );
  return { value, status, flags: flagsOfBits(flags), apportioned, isPatchy, refusal };
};

const exact = { status: 'NORMAL', flags: [], apportioned: 0, isPatchy: false, refusal: null };

test('Querfurt: a district divided among two is an estimate by inhabitants', () => {
  const districts = boundaryHistory(
    known([1990], '15033 15087 1990 0.075437068 0.10175476', '15033 15088 1990 0.92456293 0.89824524'),
  );
  const history = districtHistory(boundaryHistory(known([])), districts);
  const [at, on] = ['1990-12-31', '2021-12-31'];
  const estimate = { ...exact, flags: ['ESTIMATED'], apportioned: 1 };
  const values = ['15087', '15088'].map((key) =>
    result({ key, at, on }, history, delivered({ '15033': 10_000 })),
  );
  expect(values).toEqual([
    { ...estimate, value: expect.closeTo(754.37068, 6) },
    { ...estimate, value: expect.closeTo(9245.6293, 6) },
  ]);
});

test('Goettingen 2016: two districts became one, exactly', () => {
  const districts = boundaryHistory(
    known([2015, 2016], '03152 03159 2015', '03156 03159 2015', '03159 03159 2016'),
  );
  const municipalities = boundaryHistory(
    known(
      [2015, 2016],
      '03152012 03159016 2015',
      '03156011 03159026 2015',
      '03159016 03159016 2016',
      '03159026 03159026 2016',
    ),
  );
  const question = { key: '03159', at: '2015-12-31', on: '2021-12-31' };
  const values = delivered({ '03152': 254_104, '03156': 73_885 });
  for (const known of [municipalities, boundaryHistory(noKnowledge)]) {
    const history = districtHistory(known, districts);
    expect(result(question, history, values)).toEqual({ ...exact, value: 327_989 });
    expect(result({ ...question, on: '2016-12-31' }, history, values)).toEqual({ ...exact, value: 327_989 });
    expect(result(question, history, delivered({ '03152': 254_104 }))).toMatchObject({
      value: null,
      status: 'INCOMPLETE',
    });
  }
  // The other way round only the municipalities tell.
  const backwards = { key: '03152', at: '2016-12-31', on: '2015-12-31' };
  const newer = delivered({ '03159': 326_041, '03159016': 253_000, '03159026': 73_041 });
  expect(result(backwards, districtHistory(municipalities, districts), newer)).toEqual({
    ...exact,
    value: 253_000,
  });
  expect(districtParts(districtHistory(boundaryHistory(noKnowledge), districts), backwards)).toBe(
    'NO_CHANGES_KNOWN',
  );
});

const noKnowledge: BoundaryKnowledge = {
  crosswalks: [],
  changeLists: [],
  registerDays: [],
  lives: new Map(),
};

test('Eisenach 2021: a kreisfreie Stadt became a municipality of a district', () => {
  const districts = boundaryHistory(known([2020], '16056 16063 2020', '16063 16063 2020'));
  const municipalities = boundaryHistory(known([2020], '16056000 16063105 2020', '16063003 16063003 2020'));
  const history = districtHistory(municipalities, districts);
  const [at, on] = ['2020-12-31', '2021-12-31'];
  const values = delivered({ '16056': 41_970, '16063': 118_974, '16056000': 41_970, '16063003': 118_974 });
  expect(result({ key: '16063', at, on }, history, values)).toEqual({ ...exact, value: 160_944 });
  expect(inWords(municipalityParts(municipalities, { key: '16063105', at, on }))).toEqual([
    { source: '16056000', population: 1, members: [] },
  ]);
  // Newer data of the district cannot be taken apart, unless by the municipalities.
  expect(inWords(districtParts(history, { key: '16056', at: on, on: at }))).toEqual([
    { source: '16063', population: null, members: ['16063003: 0', '16063105: 1'] },
  ]);
  const newer = { key: '16056', at: on, on: at };
  expect(result(newer, history, delivered({ '16063': 160_000 }))).toMatchObject({
    value: null,
    refusal: 'NO_WEIGHT',
  });
  const withMembers = { '16063': 160_000, '16063105': 41_000, '16063003': 119_000 };
  expect(result(newer, history, delivered(withMembers))).toEqual({ ...exact, value: 41_000 });
});

const cochem = districtHistory(
  boundaryHistory(
    known(
      [2013, 2014],
      ...['07135050 07140502', '07135063 07140503', '07135094 07140504'].map((move) => `${move} 2013`),
      ...['07140502', '07140503', '07140504'].map((key) => `${key} ${key} 2014`),
      ...['07135001', '07140001'].map((key) => `${key} ${key} 2013-2014`),
    ),
  ),
  boundaryHistory(
    known(
      [2013, 2014],
      '07135 07135 2013 0.98 0.96',
      '07135 07140 2013 0.02 0.04',
      '07135 07135 2014',
      '07140 07140 2013-2014',
    ),
  ),
);
const hunsrueck = { key: '07140', at: '2013-12-31', on: '2014-12-31' };

test('Treis-Karden 2014: municipalities that changed district are added to it exactly', () => {
  const old = { '07135050': 600, '07135063': 500, '07135094': 200, '07135001': 61_000, '07140001': 100_000 };
  const values = delivered({ ...old, '07135': 62_300, '07140': 100_000 });
  expect(result(hunsrueck, cochem, values)).toEqual({ ...exact, value: 101_300 });
  expect(result({ ...hunsrueck, key: '07135' }, cochem, values)).toEqual({ ...exact, value: 61_000 });
  expect(result({ ...hunsrueck, on: '2021-12-31' }, cochem, values)).toEqual({ ...exact, value: 101_300 });
});

test('Treis-Karden 2014: without values of municipalities an estimate, or none where no crosswalk tells the share', () => {
  const values = delivered({ '07135': 62_300, '07140': 100_000 });
  expect(result({ ...hunsrueck, on: '2021-12-31' }, cochem, values)).toEqual({
    ...exact,
    value: 101_246,
    flags: ['ESTIMATED'],
    apportioned: expect.closeTo(1246 / 101_246, 9),
  });
  expect(result(hunsrueck, cochem, values)).toMatchObject({ value: null, refusal: 'NO_WEIGHT' });
});

test('Treis-Karden 2014: a table on the later boundaries already adds nothing twice, and is patchy', () => {
  const later = {
    '07140502': 600,
    '07140503': 500,
    '07140504': 200,
    '07135001': 61_000,
    '07140001': 100_000,
  };
  const values = delivered({ ...later, '07135': 61_000, '07140': 101_300 });
  expect(result(hunsrueck, cochem, values)).toEqual({ ...exact, value: 101_300, isPatchy: true });
  expect(result({ ...hunsrueck, key: '07135' }, cochem, values)).toEqual({
    ...exact,
    value: 61_000,
    isPatchy: true,
  });
});

test('Lengenfeld and Hirschfeld 2023: two districts exchanged meadows, and keep their inhabitants both ways', () => {
  const exchange = (from: string, to: string, area: number) => [
    { source: from, target: to, on: '2023-10-01', shares: { population: 0, area, employment: null } },
    {
      source: from,
      target: from,
      on: '2023-10-01',
      shares: { population: 1, area: 1 - area, employment: null },
    },
  ];
  const municipalities = boundaryHistory({
    ...noKnowledge,
    changeLists: [
      {
        ...{ from: '2023-01-01', until: '2023-12-31' },
        steps: [...exchange('14523170', '14524110', 0.00036), ...exchange('14524110', '14523170', 0.0009)],
      },
    ],
    lives: new Map(['14523170', '14523010', '14524110'].map((key) => [key, { from: null, until: null }])),
  });
  const history = districtHistory(municipalities, boundaryHistory(noKnowledge));
  const values = delivered({ '14523': 220_000, '14524': 310_000 });
  for (const [at, on] of [
    ['2022-12-31', '2023-12-31'],
    ['2023-12-31', '2022-12-31'],
  ] as const) {
    expect(result({ key: '14523', at, on }, history, values)).toEqual({ ...exact, value: 220_000 });
    expect(result({ key: '14524', at, on }, history, values)).toEqual({ ...exact, value: 310_000 });
    const hectares = rebase(
      { ...persons, apportionBy: 'area' },
      partsOf(districtParts(history, { key: '14524', at, on })),
      values,
    );
    expect(hectares).toMatchObject({ value: null, refusal: 'NO_WEIGHT' });
  }
});

test('a district that seems divided twice counts among the districts that its municipalities reached', () => {
  const year = (on: number, ...lines: readonly string[]) =>
    known([on - 1], ...lines).crosswalks.map((crosswalk) => ({ ...crosswalk, on: `${on}-12-31` }));
  const chain = (one: BoundaryKnowledge['crosswalks'], two: BoundaryKnowledge['crosswalks']) =>
    boundaryHistory({
      ...noKnowledge,
      crosswalks: [...one, ...two],
      lives: new Map<string, Life>([...one, ...two].flatMap(livesOf)),
    });
  // Half of 01001 went to 01002, which then gave two fifths of itself, but nothing of that half, to 01003.
  const districts = chain(
    year(2020, '01001 01001 2019 0.5 0.5', '01001 01002 2019 0.5 0.5', '01002 01002 2019'),
    year(2021, '01001 01001 2020', '01002 01002 2020 0.6 0.6', '01002 01003 2020 0.4 0.4'),
  );
  const municipalities = chain(
    year(
      2020,
      '01001001 01001001 2019',
      '01001002 01002002 2019',
      '01002001 01002001 2019',
      '01002009 01002009 2019',
    ),
    year(
      2021,
      '01001001 01001001 2020',
      '01002002 01002002 2020',
      '01002001 01003001 2020',
      '01002009 01002009 2020',
    ),
  );
  const history = districtHistory(municipalities, districts);
  const values = delivered({ '01001': 100, '01002': 1000 });
  const of = (key: string) =>
    result({ key, at: '2019-12-31', on: '2021-12-31' }, history, values).value ?? Number.NaN;
  expect(of('01001') + of('01002') + of('01003')).toBeCloseTo(1100, 9);
  expect(of('01003')).toBeCloseTo(400, 9);
  expect(of('01001')).toBeCloseTo(100 * (0.5 / 0.8), 9);
});

/** The ends of the lives of the territories that a crosswalk of one year names. */
function livesOf({ days, on, transfers }: BoundaryKnowledge['crosswalks'][number]) {
  return transfers.flatMap(({ source, target }) => [
    [source, { from: null, until: days[0] ?? null }] as const,
    [target, { from: on, until: null }] as const,
  ]);
}
