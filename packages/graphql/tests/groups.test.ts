import { groupsOf, importGroups, type Store } from '@kreisweit/store';
import { askedEngines } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, ask, dataOf } from './ask.ts';
import { madeUpCountry } from './fixture/made-up-country.ts';

const since2010 = (key: string) => ({ key, from: '2010-01-01' });

/** A region of two districts until 2014 and one district and a municipality since, and three others. */
const groups = [
  {
    key: 'muster-plus',
    title: { de: 'Region Muster plus', en: 'Greater Muster' },
    category: 'PLANNING_REGION',
    source: 'Planungsverband',
    members: [
      since2010('09198'),
      { key: '09199', from: '2010-01-01', until: '2014-12-31' },
      { key: '09199001', from: '2015-01-01' },
    ],
  },
  {
    key: 'jobcenter',
    title: { de: 'Jobcenter Stadt und Land', en: 'Job centre' },
    category: 'JOB_CENTRE_DISTRICT',
    source: 'Jobcenter',
    members: [since2010('09199'), since2010('09198000')],
  },
  {
    key: 'with-hidden',
    title: { de: 'Adorf und Cedorf', en: 'Adorf and Cedorf' },
    category: 'OTHER',
    source: 'Jobcenter',
    members: [since2010('09199001'), since2010('09199003')],
  },
  {
    key: 'past',
    title: { de: 'Früher', en: 'In the past' },
    category: 'PARTNERSHIP',
    source: 'Jobcenter',
    members: [{ key: '09199002', from: '2010-01-01', until: '2012-12-31' }],
  },
];

describe.each(askedEngines)('groups on $name', (engine) => {
  let store: Store;
  let db: Store['db'];
  beforeAll(async () => {
    store = await madeUpCountry(engine);
    await importGroups(store, groupsOf('groups.json', JSON.stringify({ groups })));
    db = store.db;
  });
  afterAll(() => store.close());

  test('say what they are and who belongs to them', async () => {
    expect(
      await answer(
        db,
        `{
          group(key: "muster-plus") {
            id key name title english: title(lang: EN) category source kind ars provisional validFrom validUntil parent { key }
            members { __typename key name }
            then: members(on: "2014-12-31") { key name }
          }
          then: group(key: "muster-plus", on: "2014-06-30") { members { key } }
          territory(key: "jobcenter") { __typename name ... on Group { members { __typename key } } }
          past: group(key: "past") { validUntil members { key } }
          unknown: group(key: "nobody") { key }
        }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        group: {
          id: 'R3JvdXA6bXVzdGVyLXBsdXM=',
          key: 'muster-plus',
          name: 'Region Muster plus',
          title: 'Region Muster plus',
          english: 'Greater Muster',
          category: 'PLANNING_REGION',
          source: 'Planungsverband',
          kind: 'GROUP',
          ars: null,
          provisional: false,
          validFrom: '2010-01-01',
          validUntil: null,
          parent: null,
          members: [
            { __typename: 'District', key: '09198', name: 'Österstadt' },
            { __typename: 'Municipality', key: '09199001', name: 'Adorf' }
          ],
          then: [ { key: '09198', name: 'Österstadt' }, { key: '09199', name: 'Landkreis Altmuster' } ]
        },
        then: { members: [ { key: '09198' }, { key: '09199' } ] },
        territory: {
          __typename: 'Group',
          name: 'Jobcenter Stadt und Land',
          members: [ { __typename: 'Municipality', key: '09198000' }, { __typename: 'District', key: '09199' } ]
        },
        past: { validUntil: '2012-12-31', members: [ { key: '09199002' } ] },
        unknown: null
      }"
    `);
  });

  test('are listed by key, page by page', async () => {
    expect(
      await answer(
        db,
        `{ groups(first: 3) { totalCount nodes { key } pageInfo { hasNextPage endCursor } } }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        groups: {
          totalCount: 4,
          nodes: [ { key: 'jobcenter' }, { key: 'muster-plus' }, { key: 'past' } ],
          pageInfo: { hasNextPage: true, endCursor: 'cGFzdA' }
        }
      }"
    `);
    expect(
      await answer(db, `{ groups(after: "cGFzdA") { totalCount nodes { key } pageInfo { hasNextPage } } }`),
    ).toMatchInlineSnapshot(
      `"{ groups: { totalCount: 4, nodes: [ { key: 'with-hidden' } ], pageInfo: { hasNextPage: false } } }"`,
    );
  });

  test('are found again by their id', async () => {
    const id = Buffer.from('Group:jobcenter').toString('base64');
    expect(await dataOf(db, `{ node(id: "${id}") { id ... on Group { name } } }`)).toEqual({
      node: { id, name: 'Jobcenter Stadt und Land' },
    });
  });

  test('are named by their members', async () => {
    expect(
      await answer(
        db,
        `{
          district(key: "09199") { groups { key } then: groups(on: "2014-01-01") { key } municipalities { key groups { key } } }
          city: district(key: "09198") { groups { key } municipalities { groups { key } } }
          town: municipality(key: "09199002") { groups { key } then: groups(on: "2012-12-31") { key } }
        }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        district: {
          groups: [ { key: 'jobcenter' } ],
          then: [ { key: 'jobcenter' }, { key: 'muster-plus' } ],
          municipalities: [
            { key: '09199001', groups: [ { key: 'muster-plus' }, { key: 'with-hidden' } ] },
            { key: '09199002', groups: [] },
            { key: '09199003', groups: [ { key: 'with-hidden' } ] }
          ]
        },
        city: {
          groups: [ { key: 'jobcenter' }, { key: 'muster-plus' } ],
          municipalities: [ { groups: [ { key: 'jobcenter' }, { key: 'muster-plus' } ] } ]
        },
        town: { groups: [], then: [ { key: 'past' } ] }
      }"
    `);
  });

  test('have series, values and cross-sections as regions have', async () => {
    expect(
      await answer(
        db,
        `{
          group(key: "muster-plus") {
            series(indicator: "population/residents") { periods values statuses origins coverages }
            value(indicator: "population/residents", period: "2015") { value status releases { title } }
            districts: crossSection(indicator: "population/residents", period: "2015", level: DISTRICT) {
              territories { key } values
            }
            municipalities: crossSection(indicator: "population/residents", period: "2015", level: MUNICIPALITY) {
              territories { key } values
            }
          }
          jobcenter: group(key: "jobcenter") {
            value(indicator: "population/residents", period: "2015") { value releases { title } }
            municipalities: crossSection(indicator: "population/residents", period: "2015", level: MUNICIPALITY) {
              territories { key } values
            }
          }
        }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        group: {
          series: {
            periods: [ '2015' ],
            values: [ 161000 ],
            statuses: [ 'NORMAL' ],
            origins: [ 'SUMMED' ],
            coverages: [ 1 ]
          },
          value: { value: 161000, status: 'NORMAL', releases: [ { title: 'Einwohner' } ] },
          districts: { territories: [ { key: '09198' } ], values: [ 51000 ] },
          municipalities: { territories: [ { key: '09198000' }, { key: '09199001' } ], values: [ 51000, 110000 ] }
        },
        jobcenter: {
          value: { value: 371000, releases: [ { title: 'Einwohner' } ] },
          municipalities: {
            territories: [ { key: '09198000' }, { key: '09199001' }, { key: '09199002' }, { key: '09199003' } ],
            values: [ 51000, 110000, 110000, 100000 ]
          }
        }
      }"
    `);
  });

  test('tell nothing of a hidden member', async () => {
    const found = await answer(
      db,
      `{ group(key: "with-hidden") {
        residents: value(indicator: "population/residents", period: "2015") { value status }
        foreigners: series(indicator: "population/foreigners") { periods values statuses coverages }
        share: value(indicator: "population/foreignShare", period: "2015") { value status coverage }
      } }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        group: {
          residents: { value: 210000, status: 'NORMAL' },
          foreigners: {
            periods: [ '2015' ],
            values: [ null ],
            statuses: [ 'CONFIDENTIAL_OR_UNKNOWN' ],
            coverages: [ null ]
          },
          share: { value: null, status: 'CONFIDENTIAL_OR_UNKNOWN', coverage: null }
        }
      }"
    `);
  });

  test('as of an earlier data version have no figures', async () => {
    const series = await dataOf(
      db,
      `{ group(key: "jobcenter") { series(indicator: "population/residents", asOf: 2) { periods } } }`,
    );
    expect(series).toEqual({ group: { series: { periods: [] } } });
  });

  test('what is no key of a group is said', async () => {
    const { errors } = await ask(
      db,
      `{ a: group(key: "09199") { key } b: territory(key: "nowhere") { key } }`,
    );
    expect(errors).toMatchInlineSnapshot(`
      [
        {
          "argument": "key",
          "code": "BAD_USER_INPUT",
          "message": "'09199' is no key of a group. Write small letters, digits and hyphens, as \`groups\` lists them.",
          "path": "a",
        },
        {
          "argument": "key",
          "code": "BAD_USER_INPUT",
          "message": "'nowhere' is no key of a territory. Write an AGS (2 digits Land, 3 Regierungsbezirk, 5 district, 8 municipality), an ARS (12 digits; the first 9 for an association) or DG for Germany.",
          "path": "b",
        },
      ]
    `);
  });

  test('are those for which actors work, too', async () => {
    const ofGroup = await dataOf(db, `{ actors(territory: "jobcenter") { totalCount nodes { key } } }`);
    const ofMembers = await dataOf(db, `{ actors(territory: "09199") { totalCount nodes { key } } }`);
    expect(ofGroup).toEqual(ofMembers);
    expect(ofGroup).not.toMatchObject({ actors: { totalCount: 0 } });
  });

  test('take a constant number of statements', async () => {
    let statements = 0;
    const counting = db.withPlugin({
      transformQuery: ({ node }) => {
        statements += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const countOf = async (selection: string, first: number): Promise<number> => {
      statements = 0;
      await dataOf(counting, `{ groups(first: ${first}) { nodes { ${selection} } } }`);
      return statements;
    };
    const selections = [
      'title english: title(lang: EN) category source',
      'members { key } ',
      'members { ... on District { groups { key members { key } } } ... on Municipality { groups { key } } }',
      'series(indicator: "population/residents") { values }',
      'crossSection(indicator: "population/residents", period: "2015", level: MUNICIPALITY) { values }',
      'value(indicator: "population/residents", period: "2015") { releases { title } }',
    ];
    await countOf(selections[3] ?? '', 4);
    const few = [];
    const many = [];
    for (const selection of selections) {
      few.push(await countOf(selection, 1));
      many.push(await countOf(selection, 4));
    }
    expect(few).toEqual([3, 3, 6, 3, 3, 4]);
    expect(many).toEqual(few);
  });
});
