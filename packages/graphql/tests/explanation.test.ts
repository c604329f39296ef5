import {
  evaluate,
  type Formula,
  type Indicator,
  periodRead,
  roundValue,
  type Status,
} from '@kreisweit/domain';
import { groupsOf, importGroups, type Store } from '@kreisweit/store';
import {
  askedEngines,
  type Engine,
  ingestTable,
  reformedCountry,
  smallCatalogue,
  smallIndicator,
  smallMeasure,
  smallStore,
} from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, dataOf } from './ask.ts';

const read = (name: string): Formula => ({ op: 'measure', key: `small/${name}` });
const before = (of: Formula, periods = 1): Formula => ({ op: 'lag', of, periods });

const moved = smallMeasure('moved', {
  unit: 'count',
  disclosure: 'none',
  dimensions: [],
  overTime: 'sum',
  reference: { during: 'period' },
});

const crowded = smallMeasure('crowded', {
  unit: 'count',
  disclosure: 'none',
  dimensions: [],
  countOf: { measure: 'small/foreigners', above: 10 },
});

/** The catalogue of the plug-in `small` with formulas of every kind. */
const catalogue = {
  ...smallCatalogue,
  measures: [...smallCatalogue.measures, moved, crowded],
  indicators: [
    ...smallCatalogue.indicators,
    smallIndicator('moved', undefined, { unit: 'count', dimensions: [] }),
    smallIndicator('crowded', undefined, { unit: 'count', dimensions: [] }),
    smallIndicator('growthIndex', { op: 'index', of: read('residents'), base: '2013' }, { decimals: 1 }),
    smallIndicator('change', { op: 'change', of: read('residents'), periods: 1 }),
    smallIndicator('germans', { op: 'subtract', left: read('residents'), right: read('foreigners') }),
    smallIndicator('notHelped', { op: 'subtract', left: read('asked'), right: read('helped') }),
    smallIndicator('growth', {
      op: 'per',
      factor: 1000,
      numerator: { op: 'subtract', left: read('residents'), right: before(read('residents')) },
      denominator: before(read('residents')),
    }),
    smallIndicator(
      'meanPlaces',
      {
        op: 'divide',
        left: { op: 'add', left: read('places'), right: before(read('places')) },
        right: { op: 'const', value: 2 },
      },
      { dimensions: [], decimals: 1 },
    ),
    smallIndicator(
      'waiting',
      { op: 'multiply', left: read('waitDays'), right: read('places') },
      { dimensions: [], decimals: 2 },
    ),
  ],
};

const territories: Readonly<Record<string, string>> = {
  '16097001': 'municipality',
  '16098000': 'municipality',
  '160975001': 'association',
  '16097': 'district',
  '16098': 'district',
  '16099': 'district',
  '09171': 'district',
  '091': 'region',
  '16': 'state',
  '09': 'state',
  DG: 'country',
  'aue-eiche': 'group',
  mixed: 'group',
};

const groups = {
  source: 'Test',
  groups: [
    ['aue-eiche', '16097', '16098'],
    ['mixed', '16097', '09171001'],
  ].map(([key, ...members]) => ({
    key,
    title: { de: `Gruppe ${key}`, en: `Group ${key}` },
    category: 'OTHER',
    members: members.map((member) => ({ key: member, from: '2010-01-01' })),
  })),
};

/** Municipalities of five districts in two years; Fels (16099) has a gap, and Linde (09171) delivers a total of its own. */
async function explainedCountry(engine: Engine): Promise<Store> {
  const store = await smallStore(engine, catalogue);
  await importGroups(store, groupsOf('groups.json', JSON.stringify(groups)));
  await ingestTable(
    store,
    `
              residents 2013  residents 2014  residents 2014 female  foreigners 2014  asked 2014  helped 2014  places 2013  places 2014  waitDays 2014  lowest 2014  highest 2014  offices 2014  rating 2014
    16097001  110             100             51                     17               40          13           5            6            3,25           4            9             2             7
    16097002  60              62              30                     11               30          9            3            4            7,5            3            8             1             8
    16097003  40              41              19                     3                20          7            2            2            1,125          5            12            3             9
    16098000  290             300             150                    33               90          44           20           21           2,75           6            7             4             5
    16099001  50              51              25                     7                11          5            3            3            2              1            2             1             1
    16099002  30              .               .                      2                5           4            1            1            4              2            2             1             1
    09171     500             505             250                    60               70          33           40           44           5,5            2            3             9             4
    09171001  500             505             250                    60               70          33           40           44           5,5            2            3             9             4
    02000     1000            1010            505                    300              200         99           80           81           9,75           3            4             11            2`,
  );
  await ingestTable(
    store,
    `
               desks 2014  moved 2014-Q1  moved 2014-Q2  moved 2014-Q3  moved 2014-Q4
    16097001   _           1              2              3              4
    16097002   _           5              6              7              8
    16097003   _           9              10             11             12
    16098000   _           1              1              1              1
    16099001   _           2              2              2              2
    16099002   _           3              3              3              _
    09171      12          7              7              7              7
    09171001   _           7              7              7              7
    02000      30          5              5              5              5
    160970001  3           _              _              _              _
    160975001  8           _              _              _              _
    16098      20          _              _              _              _`,
    { input: 'small/second' },
  );
  return store;
}

const EXPLAINED = `
  value status
  explanation {
    formula { text title json decimals }
    components {
      measure { key } period value status origin rollup weightMeasure { key } totalWeight reported expected populationShare
      withheld contributions { territory { key name kind } value weight share }
      missing { count territories { key name } }
      partsOverTime parts { period value status }
      releases { institute licence receivedAt }
    }
  }`;

type Contribution = {
  readonly territory: { readonly key: string };
  readonly value: number;
  readonly weight: number | null;
  readonly share: number | null;
};

type ComponentAnswer = {
  readonly measure: { readonly key: string };
  readonly period: string;
  readonly value: number | null;
  readonly status: Status;
  readonly origin: string | null;
  readonly rollup: string;
  readonly totalWeight: number | null;
  readonly reported: number | null;
  readonly expected: number | null;
  readonly missing: { readonly count: number } | null;
  readonly withheld: string | null;
  readonly contributions: readonly Contribution[];
  readonly parts: readonly { readonly value: number | null }[];
  readonly releases: readonly object[];
};

type ValueAnswer = {
  readonly value: number | null;
  readonly status: Status;
  readonly explanation: {
    readonly formula: { readonly json: string; readonly decimals: number };
    readonly components: readonly ComponentAnswer[];
  };
};

/** The value that follows from an explanation, by plain arithmetic. */
function computedByHand(
  { explanation: { formula, components } }: ValueAnswer,
  period: string,
): number | null {
  const { value } = evaluate(JSON.parse(formula.json), (key, lag, base) => {
    const component = components.find(
      (one) => one.measure.key === key && one.period === periodRead({ lag, base }, period),
    );
    return component && { value: component.value, status: component.status, flags: 0 };
  });
  return value === null ? null : roundValue(value, formula.decimals);
}

function rolledUpByHand({ rollup, contributions }: ComponentAnswer): number {
  const values = contributions.map(({ value }) => value);
  if (rollup === 'MIN') return Math.min(...values);
  if (rollup === 'MAX') return Math.max(...values);
  if (rollup !== 'WEIGHTED_MEAN') return sum(values);
  return sum(contributions.map(({ value, weight }) => value * (weight ?? 0))) / sum(weightsOf(contributions));
}

const weightsOf = (contributions: readonly Contribution[]) => contributions.map(({ weight }) => weight ?? 0);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe.each(askedEngines)('explanations on $name', (engine) => {
  let store: Store;
  let db: Store['db'];
  beforeAll(async () => {
    store = await explainedCountry(engine);
    db = store.db;
  });
  afterAll(() => store.close());

  const seen = new Set<string>();

  type Asked = { readonly territory: string; readonly period: string; readonly breakdown: string };

  /** The values of an indicator with their explanations, all of one document. */
  async function explained(
    indicator: string,
    asked: readonly Asked[],
  ): Promise<readonly (readonly [Asked, ValueAnswer])[]> {
    const fields = asked.map(
      ({ territory, period, breakdown }, index) =>
        `v${index}: territory(key: "${territory}") {
          value(indicator: "${indicator}", period: "${period}"${breakdown}) { ...explained } }`,
    );
    const data = await dataOf(db, `{ ${fields.join('\n')} } fragment explained on Value { ${EXPLAINED} }`);
    const answers = Object.values(data as Readonly<Record<string, { readonly value: ValueAnswer }>>);
    expect(answers).toHaveLength(asked.length);
    return asked.flatMap((one, index) => {
      const answered = answers[index];
      return answered === undefined ? [] : [[one, answered.value] as const];
    });
  }

  test.each(catalogue.indicators as readonly Indicator[])(
    'of $key give every value again',
    async ({ key, dimensions }) => {
      const breakdowns = ['', ', breakdown: [{ dimension: "sex", category: "female" }]'];
      const asked = Object.keys(territories).flatMap((territory) =>
        ['2013', '2014', '2014-Q2'].flatMap((period) =>
          breakdowns
            .slice(0, dimensions.length > 0 ? 2 : 1)
            .map((breakdown) => ({ territory, period, breakdown })),
        ),
      );
      const levels = new Set<string | undefined>();
      for (const [{ territory, period, breakdown }, answered] of await explained(key, asked)) {
        const where = `${key} ${territory} ${period}${breakdown}`;
        if (answered.status === 'NORMAL') {
          expect(computedByHand(answered, period), where).toBe(answered.value);
          levels.add(territories[territory]);
        }
        for (const component of answered.explanation.components) checkMembers(component, where);
      }
      const isOwn = ['asked', 'helped', 'helpedShare', 'notHelped'].includes(key.slice('small/'.length));
      expect([...levels]).toEqual(
        expect.arrayContaining(isOwn ? ['district'] : ['municipality', 'district']),
      );
    },
  );

  function checkMembers(component: ComponentAnswer, where: string): void {
    const { contributions, withheld, value, origin, status, reported, totalWeight, parts } = component;
    expect(withheld, where).not.toBe('NOT_TRACEABLE');
    if (withheld !== null) {
      expect(contributions, where).toEqual([]);
      if (withheld === 'SHORTER_PERIODS' && status === 'NORMAL')
        expect(sum(parts.map((part) => part.value ?? 0)), where).toBe(value);
      return;
    }
    expect(origin, where).toBe('SUMMED');
    expect(contributions.length, where).toBe(reported);
    if (status !== 'NORMAL') return;
    expect(contributions.length, where).toBeGreaterThan(0);
    expect(component.releases.length, where).toBeGreaterThan(0);
    expect(Math.abs(rolledUpByHand(component) - (value ?? Number.NaN)), where).toBeLessThanOrEqual(
      1e-9 * Math.abs(value ?? 0),
    );
    seen.add(`${where.split(' ')[1]} ${component.rollup}`);
    if (totalWeight !== null) expect(sum(weightsOf(contributions)), where).toBe(totalWeight);
    const shares = contributions.flatMap(({ share }) => (share === null ? [] : [share]));
    if (shares.length > 0) expect(sum(shares), where).toBeCloseTo(1, 9);
  }

  test('have traced every way of rolling up at every level', () => {
    const rollups = ['SUM', 'WEIGHTED_MEAN', 'MIN', 'MAX', 'COUNT'];
    const levels = ['160975001', '16097', '091', '16', 'DG', 'aue-eiche', 'mixed'];
    const expected = levels.flatMap((level) => rollups.map((rollup) => `${level} ${rollup}`));
    expect(expected.filter((name) => !seen.has(name))).toEqual([]);
  });

  test('say which members were added up, how, and where they come from', async () => {
    expect(
      await answer(
        db,
        `{
          rate: district(key: "16097") { value(indicator: "small/placesPerThousand", period: "2014") {
            value
            explanation {
              formula { text title english: title(lang: EN) json decimals mixedBase }
              components { measure { key } period value origin reported expected populationShare
                contributions { territory { key name kind } value status flags share } releases { institute title } }
            }
          } }
          mean: district(key: "16097") { value(indicator: "small/waitDays", period: "2014") {
            value
            explanation { components { value rollup weightMeasure { key } totalWeight
              contributions { territory { name } value weight share } } }
          } }
        }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        rate: {
          value: {
            value: 57.1,
            explanation: {
              formula: {
                text: '1000 * small/places / small/residents (1 period earlier)',
                title: '1000 * places / residents (1 Periode davor)',
                english: '1000 * places / residents (1 period earlier)',
                json: '{"op":"per","factor":1000,"numerator":{"op":"measure","key":"small/places"},"denominator":{"of":{"op":"measure","key":"small/residents"},"op":"lag","periods":1}}',
                decimals: 1,
                mixedBase: 'Plätze je Vorjahresbevölkerung'
              },
              components: [
                {
                  measure: { key: 'small/places' },
                  period: '2014',
                  value: 12,
                  origin: 'SUMMED',
                  reported: 3,
                  expected: 3,
                  populationShare: 1,
                  contributions: [
                    {
                      territory: { key: '16097001', name: 'Ahorn', kind: 'MUNICIPALITY' },
                      value: 6,
                      status: 'NORMAL',
                      flags: [],
                      share: 0.5
                    },
                    {
                      territory: { key: '16097002', name: 'Birke', kind: 'MUNICIPALITY' },
                      value: 4,
                      status: 'NORMAL',
                      flags: [],
                      share: 0.3333333333333333
                    },
                    {
                      territory: { key: '16097003', name: 'Buche', kind: 'MUNICIPALITY' },
                      value: 2,
                      status: 'NORMAL',
                      flags: [],
                      share: 0.16666666666666666
                    }
                  ],
                  releases: [ { institute: 'Institute', title: 'Table' } ]
                },
                {
                  measure: { key: 'small/residents' },
                  period: '2013',
                  value: 210,
                  origin: 'SUMMED',
                  reported: 3,
                  expected: 3,
                  populationShare: 1,
                  contributions: [
                    {
                      territory: { key: '16097001', name: 'Ahorn', kind: 'MUNICIPALITY' },
                      value: 110,
                      status: 'NORMAL',
                      flags: [],
                      share: 0.5238095238095238
                    },
                    {
                      territory: { key: '16097002', name: 'Birke', kind: 'MUNICIPALITY' },
                      value: 60,
                      status: 'NORMAL',
                      flags: [],
                      share: 0.2857142857142857
                    },
                    {
                      territory: { key: '16097003', name: 'Buche', kind: 'MUNICIPALITY' },
                      value: 40,
                      status: 'NORMAL',
                      flags: [],
                      share: 0.19047619047619047
                    }
                  ],
                  releases: [ { institute: 'Institute', title: 'Table' } ]
                }
              ]
            }
          }
        },
        mean: {
          value: {
            value: 4.31,
            explanation: {
              components: [
                {
                  value: 4.3125,
                  rollup: 'WEIGHTED_MEAN',
                  weightMeasure: { key: 'small/places' },
                  totalWeight: 12,
                  contributions: [
                    { territory: { name: 'Ahorn' }, value: 3.25, weight: 6, share: 0.5 },
                    { territory: { name: 'Birke' }, value: 7.5, weight: 4, share: 0.3333333333333333 },
                    { territory: { name: 'Buche' }, value: 1.125, weight: 2, share: 0.16666666666666666 }
                  ]
                }
              ]
            }
          }
        }
      }"
    `);
  });

  test('tell what was delivered as delivered, and who is missing', async () => {
    expect(
      await answer(
        db,
        `{
          delivered: district(key: "09171") { value(indicator: "small/places", period: "2014") { ...told } }
          incomplete: district(key: "16099") { value(indicator: "small/moved", period: "2014-Q4") { ...told } }
          hidden: district(key: "16099") { value(indicator: "small/foreignShare", period: "2014") { ...told } }
          nothing: district(key: "16099") { value(indicator: "small/places", period: "1999") { ...told } }
          byQuarters: district(key: "16097") { value(indicator: "small/moved", period: "2014") {
            value releases { source } ...told explanation { components { partsOverTime parts { period value status flags origin } } } } }
        }
        fragment told on Value { status explanation { components { measure { key } value status origin reported expected withheld
          contributions { territory { key } value share } missing { count territories { key name kind } } } } }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        delivered: {
          value: {
            status: 'NORMAL',
            explanation: {
              components: [
                {
                  measure: { key: 'small/places' },
                  value: 44,
                  status: 'NORMAL',
                  origin: 'DELIVERED',
                  reported: null,
                  expected: null,
                  withheld: 'DELIVERED',
                  contributions: [],
                  missing: null
                }
              ]
            }
          }
        },
        incomplete: {
          value: {
            status: 'INCOMPLETE',
            explanation: {
              components: [
                {
                  measure: { key: 'small/moved' },
                  value: null,
                  status: 'INCOMPLETE',
                  origin: 'SUMMED',
                  reported: 1,
                  expected: 2,
                  withheld: null,
                  contributions: [ { territory: { key: '16099001' }, value: 2, share: null } ],
                  missing: { count: 1, territories: [ { key: '16099002', name: 'Meise', kind: 'MUNICIPALITY' } ] }
                }
              ]
            }
          }
        },
        hidden: {
          value: {
            status: 'CONFIDENTIAL_OR_UNKNOWN',
            explanation: {
              components: [
                {
                  measure: { key: 'small/foreigners' },
                  value: null,
                  status: 'NORMAL',
                  origin: 'SUMMED',
                  reported: null,
                  expected: null,
                  withheld: 'CONFIDENTIAL',
                  contributions: [],
                  missing: null
                },
                {
                  measure: { key: 'small/residents' },
                  value: null,
                  status: 'CONFIDENTIAL_OR_UNKNOWN',
                  origin: 'SUMMED',
                  reported: null,
                  expected: null,
                  withheld: 'CONFIDENTIAL',
                  contributions: [],
                  missing: null
                }
              ]
            }
          }
        },
        nothing: {
          value: {
            status: 'NOT_AVAILABLE',
            explanation: {
              components: [
                {
                  measure: { key: 'small/places' },
                  value: null,
                  status: 'NOT_AVAILABLE',
                  origin: null,
                  reported: null,
                  expected: null,
                  withheld: 'NOT_AVAILABLE',
                  contributions: [],
                  missing: null
                }
              ]
            }
          }
        },
        byQuarters: {
          value: {
            value: 78,
            releases: [ { source: 'T-1' } ],
            status: 'NORMAL',
            explanation: {
              components: [
                {
                  measure: { key: 'small/moved' },
                  value: 78,
                  status: 'NORMAL',
                  origin: 'SUMMED',
                  reported: null,
                  expected: null,
                  withheld: 'SHORTER_PERIODS',
                  contributions: [],
                  missing: null,
                  partsOverTime: 'SUM',
                  parts: [
                    { period: '2014-Q1', value: 15, status: 'NORMAL', flags: [], origin: 'SUMMED' },
                    { period: '2014-Q2', value: 18, status: 'NORMAL', flags: [], origin: 'SUMMED' },
                    { period: '2014-Q3', value: 21, status: 'NORMAL', flags: [], origin: 'SUMMED' },
                    { period: '2014-Q4', value: 24, status: 'NORMAL', flags: [], origin: 'SUMMED' }
                  ]
                }
              ]
            }
          }
        }
      }"
    `);
  });

  test('read the data version of the value', async () => {
    const before = await dataOf(db, `{ dataVersion { number } }`);
    const { number } = (before as { readonly dataVersion: { readonly number: number } }).dataVersion;
    await ingestTable(
      store,
      `
                places 2015
      16097001  600
      16097002  4
      16097003  3`,
      { kind: 'partial' },
    );
    await ingestTable(
      store,
      `
                places 2015
      16097001  8
      16097002  4
      16097003  3`,
      { kind: 'partial' },
    );
    const asked = (asOf: number) => `value(indicator: "small/places", period: "2015", asOf: ${asOf}) {
      value explanation { components { value contributions { value } } } }`;
    expect(
      await answer(
        db,
        `{ district(key: "16097") {
          none: ${asked(number)}
          first: ${asked(number + 1)}
          second: ${asked(number + 2)}
        } }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        district: {
          none: { value: null, explanation: { components: [ { value: null, contributions: [] } ] } },
          first: {
            value: 607,
            explanation: {
              components: [ { value: 607, contributions: [ { value: 600 }, { value: 4 }, { value: 3 } ] } ]
            }
          },
          second: {
            value: 15,
            explanation: {
              components: [ { value: 15, contributions: [ { value: 8 }, { value: 4 }, { value: 3 } ] } ]
            }
          }
        }
      }"
    `);
  });

  test('find the members again on the boundaries of the day, through all reforms', async () => {
    const reformed = await reformedCountry(engine);
    await ingestTable(
      reformed,
      `
                residents 2014  residents 2016  residents 2019  pay 2014  people 2014  hectares 2019
      16091001  100             165             170             10        100          -
      16091002  60              -               -               11        60           -
      16091003  40              41              62              12        40           7
      16091007  -               31              33              -         -            8
      16091098  _               _               310             _         _            9
      16092001  70              71              72              13        70           10
      16092002  30              -               -               14        30           -
      16092005  -               -               51              -         -            11
      16093001  50              52              -               15        50           -
      16094001  50              51              82              16        50           12
      16094002  50              51              -               17        50           -
      16098000  300             302             -               18        300          -
      16099001  20              21              22              19        20           _`,
    );
    const components = `explanation { components { value reported expected withheld totalWeight rollup status origin
      contributions { territory { key } value weight share } missing { count } releases { title } parts { value } measure { key } period } }`;
    const asked = [
      ...['2014', '2016', '2019'].map((period) => `indicator: "small/residents", period: "${period}"`),
      'indicator: "small/pay", period: "2014"',
      'indicator: "small/hectares", period: "2019"',
    ];
    const traced: string[] = [];
    for (const territory of ['16091', '16092', '16093', '16094', '16098', '16099', '16']) {
      const fields = asked.map((value, index) => `v${index}: value(${value}) { ${components} }`);
      const data = await dataOf(
        reformed.db,
        `{ territory(key: "${territory}", on: "2014-12-31") { ${fields.join(' ')} } }`,
      );
      const values = Object.values((data as { readonly territory: Record<string, ValueAnswer> }).territory);
      for (const [index, { explanation }] of values.entries()) {
        for (const component of explanation.components) {
          const where = `in ${territory}, ${asked[index]}`;
          checkMembers(component, where);
          if (component.withheld !== null) continue;
          const { reported, expected, missing } = component;
          expect(missing?.count, where).toBe(expected === null ? undefined : expected - (reported ?? 0));
          traced.push(
            `${territory} ${asked[index]?.replaceAll(/.*small.|"|, period:/g, '')}: ${component.contributions.length}`,
          );
        }
      }
    }
    await reformed.close();
    expect(traced).toMatchInlineSnapshot(`
      [
        "16091 residents 2014: 3",
        "16091 residents 2016: 3",
        "16091 residents 2019: 4",
        "16091 pay 2014: 3",
        "16091 hectares 2019: 4",
        "16092 residents 2014: 2",
        "16092 residents 2016: 1",
        "16092 residents 2019: 2",
        "16092 pay 2014: 2",
        "16092 hectares 2019: 2",
        "16093 residents 2014: 1",
        "16093 residents 2016: 1",
        "16093 residents 2019: 0",
        "16093 pay 2014: 1",
        "16093 hectares 2019: 0",
        "16094 residents 2014: 2",
        "16094 residents 2016: 2",
        "16094 residents 2019: 1",
        "16094 pay 2014: 2",
        "16094 hectares 2019: 1",
        "16099 residents 2014: 1",
        "16099 residents 2016: 1",
        "16099 residents 2019: 1",
        "16099 pay 2014: 1",
        "16 residents 2014: 6",
        "16 residents 2016: 6",
        "16 residents 2019: 4",
        "16 pay 2014: 6",
        "16 hectares 2019: 3",
      ]
    `);
  });
});
