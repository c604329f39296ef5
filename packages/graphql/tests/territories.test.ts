import type { Store } from '@kreisweit/store';
import { engines } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, dataOf } from './ask.ts';
import { madeUpCountry } from './fixture/made-up-country.ts';

describe.each(engines)('territories on $name', (engine) => {
  let store: Store;
  let db: Store['db'];
  beforeAll(async () => {
    store = await madeUpCountry(engine);
    db = store.db;
  });
  afterAll(() => store.close());

  test('every form of a key leads to its territory', async () => {
    const keys = [
      'DG',
      '09',
      '091',
      '09199',
      '091995001',
      '09199001',
      '091995001002',
      '09198000',
      '091980000',
    ];
    const found = [];
    for (const key of keys) {
      found.push(
        await dataOf(db, `query ($key: String!) { territory(key: $key) { __typename key ars ags name } }`, {
          key,
        }),
      );
    }
    expect(found.map((data) => JSON.stringify(data)).join('\n')).toMatchInlineSnapshot(`
      "{"territory":{"__typename":"Country","key":"DG","ars":null,"ags":null,"name":"Deutschland"}}
      {"territory":{"__typename":"State","key":"09","ars":"09","ags":"09","name":"Musterland"}}
      {"territory":{"__typename":"Region","key":"091","ars":"091","ags":"091","name":"Region Süd"}}
      {"territory":{"__typename":"District","key":"09199","ars":"09199","ags":"09199","name":"Landkreis Muster"}}
      {"territory":{"__typename":"Association","key":"091995001","ars":"091995001","ags":null,"name":"Adorf-Bedorf"}}
      {"territory":{"__typename":"Municipality","key":"09199001","ars":"091995001001","ags":"09199001","name":"Adorf"}}
      {"territory":{"__typename":"Municipality","key":"09199002","ars":"091995001002","ags":"09199002","name":"Bedorf"}}
      {"territory":{"__typename":"Municipality","key":"09198000","ars":"091980000000","ags":"09198000","name":"Österstadt"}}
      {"territory":{"__typename":"Association","key":"091980000","ars":"091980000","ags":null,"name":"Österstadt"}}"
    `);
  });

  test('the padded key of a district is a key of it; an unknown key is null', async () => {
    const found = await answer(
      db,
      `{ short: district(key: "09199000") { key } long: district(key: "091990000000") { key }
         unknown: district(key: "09001") { key } nothing: territory(key: "16") { key }
         nobody: municipality(key: "09001001") { key } }`,
    );
    expect(found).toMatchInlineSnapshot(
      `"{ short: { key: '09199' }, long: { key: '09199' }, unknown: null, nothing: null, nobody: null }"`,
    );
  });

  test('a territory is shown as the register in force shows it', async () => {
    const found = await answer(
      db,
      `{
        latest: district(key: "09199") { ...shown }
        then: district(key: "09199", on: "2015-06-30") { ...shown }
        before: district(key: "09199", on: "1999-01-01") { ...shown }
        dissolved: district(key: "09197") { ...shown municipalities { name district { name } } parent { key } }
        provisional: municipality(key: "09199900") { ...shown parent { key } }
      }
      fragment shown on Territory { name kind inhabited provenFrom provenUntil validFrom validUntil provisional }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        latest: {
          name: 'Landkreis Muster',
          kind: 'DISTRICT',
          inhabited: true,
          provenFrom: '2021-12-31',
          provenUntil: '2021-12-31',
          validFrom: null,
          validUntil: null,
          provisional: false
        },
        then: {
          name: 'Landkreis Altmuster',
          kind: 'DISTRICT',
          inhabited: true,
          provenFrom: '2013-12-31',
          provenUntil: '2013-12-31',
          validFrom: null,
          validUntil: null,
          provisional: false
        },
        before: {
          name: 'Landkreis Altmuster',
          kind: 'DISTRICT',
          inhabited: true,
          provenFrom: '2013-12-31',
          provenUntil: '2013-12-31',
          validFrom: null,
          validUntil: null,
          provisional: false
        },
        dissolved: {
          name: 'Altkreis',
          kind: 'DISTRICT',
          inhabited: true,
          provenFrom: '2013-12-31',
          provenUntil: '2013-12-31',
          validFrom: null,
          validUntil: null,
          provisional: false,
          municipalities: [ { name: 'Altdorf', district: { name: 'Altkreis' } } ],
          parent: { key: '091' }
        },
        provisional: {
          name: 'Tabellendorf',
          kind: 'MUNICIPALITY',
          inhabited: true,
          provenFrom: '2011-12-31',
          provenUntil: '2012-12-31',
          validFrom: null,
          validUntil: null,
          provisional: true,
          parent: { key: '09199' }
        }
      }"
    `);
  });

  test('territories lead up and down', async () => {
    const found = await answer(
      db,
      `{
        country: territory(key: "DG") { parent { key } ... on Country { states {
          name regions { name districts { name } } districts { name municipalities { key } }
        } } }
        district(key: "09199") {
          parent { __typename name } state { name parent { name } } region { name state { name } }
          associations { name district { name } municipalities { name } }
          municipalities { name association { name } district { name } parent { __typename } }
          then: municipalities(on: "2014-01-01") { name }
        }
        city: district(key: "09198") { associations { key } municipalities { key } }
      }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        country: {
          parent: null,
          states: [
            {
              name: 'Hafenstadt',
              regions: [],
              districts: [ { name: 'Hafenstadt', municipalities: [ { key: '02000000' } ] } ]
            },
            {
              name: 'Musterland',
              regions: [
                { name: 'Region Süd', districts: [ { name: 'Österstadt' }, { name: 'Landkreis Muster' } ] }
              ],
              districts: [
                { name: 'Österstadt', municipalities: [ { key: '09198000' } ] },
                {
                  name: 'Landkreis Muster',
                  municipalities: [ { key: '09199001' }, { key: '09199002' }, { key: '09199003' } ]
                }
              ]
            }
          ]
        },
        district: {
          parent: { __typename: 'Region', name: 'Region Süd' },
          state: { name: 'Musterland', parent: { name: 'Deutschland' } },
          region: { name: 'Region Süd', state: { name: 'Musterland' } },
          associations: [
            {
              name: 'Adorf-Bedorf',
              district: { name: 'Landkreis Muster' },
              municipalities: [ { name: 'Adorf' }, { name: 'Bedorf' } ]
            }
          ],
          municipalities: [
            {
              name: 'Adorf',
              association: { name: 'Adorf-Bedorf' },
              district: { name: 'Landkreis Muster' },
              parent: { __typename: 'District' }
            },
            {
              name: 'Bedorf',
              association: { name: 'Adorf-Bedorf' },
              district: { name: 'Landkreis Muster' },
              parent: { __typename: 'District' }
            },
            {
              name: 'Cedorf',
              association: null,
              district: { name: 'Landkreis Muster' },
              parent: { __typename: 'District' }
            }
          ],
          then: [ { name: 'Adorf' }, { name: 'Bedorf' }, { name: 'Cedorf' } ]
        },
        city: { associations: [], municipalities: [ { key: '09198000' } ] }
      }"
    `);
  });

  test('districts can be filtered and turned over page by page', async () => {
    const page = `totalCount nodes { key } pageInfo { hasNextPage hasPreviousPage }`;
    const found = await answer(
      db,
      `{
        all: districts { ${page} edges { cursor node { name } } }
        then: districts(on: "2013-12-31") { ${page} }
        land: districts(filter: { state: "09" }) { ${page} }
        search: districts(filter: { search: "ÖSTER" }) { ${page} }
        none: districts(filter: { search: "nowhere" }) { ${page} }
        first: districts(first: 2) { ${page} }
      }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        all: {
          totalCount: 3,
          nodes: [ { key: '02000' }, { key: '09198' }, { key: '09199' } ],
          pageInfo: { hasNextPage: false, hasPreviousPage: false },
          edges: [
            { cursor: 'MDIwMDA', node: { name: 'Hafenstadt' } },
            { cursor: 'MDkxOTg', node: { name: 'Österstadt' } },
            { cursor: 'MDkxOTk', node: { name: 'Landkreis Muster' } }
          ]
        },
        then: {
          totalCount: 4,
          nodes: [ { key: '02000' }, { key: '09197' }, { key: '09198' }, { key: '09199' } ],
          pageInfo: { hasNextPage: false, hasPreviousPage: false }
        },
        land: {
          totalCount: 2,
          nodes: [ { key: '09198' }, { key: '09199' } ],
          pageInfo: { hasNextPage: false, hasPreviousPage: false }
        },
        search: {
          totalCount: 1,
          nodes: [ { key: '09198' } ],
          pageInfo: { hasNextPage: false, hasPreviousPage: false }
        },
        none: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } },
        first: {
          totalCount: 3,
          nodes: [ { key: '02000' }, { key: '09198' } ],
          pageInfo: { hasNextPage: true, hasPreviousPage: false }
        }
      }"
    `);
  });

  test('the end cursor of a page leads to the next one', async () => {
    const document = `query ($after: String) { districts(first: 2, after: $after) {
      totalCount nodes { key } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } }`;
    type Page = { readonly districts: { readonly pageInfo: { readonly endCursor: string } } };
    const first = (await dataOf(db, document)) as Page;
    const second = (await dataOf(db, document, { after: first.districts.pageInfo.endCursor })) as Page;
    const behind = await dataOf(db, document, { after: second.districts.pageInfo.endCursor });
    expect([first, second, behind].map((data) => JSON.stringify(data)).join('\n')).toMatchInlineSnapshot(`
      "{"districts":{"totalCount":3,"nodes":[{"key":"02000"},{"key":"09198"}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"startCursor":"MDIwMDA","endCursor":"MDkxOTg"}}}
      {"districts":{"totalCount":3,"nodes":[{"key":"09199"}],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true,"startCursor":"MDkxOTk","endCursor":"MDkxOTk"}}}
      {"districts":{"totalCount":3,"nodes":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true,"startCursor":null,"endCursor":null}}}"
    `);
  });

  test('ids encode type and key and load the entry again', async () => {
    const { list } = (await dataOf(
      db,
      `{ list: districts { nodes { id municipalities { id } state { id } } } }`,
    )) as { list: { nodes: { id: string; municipalities: { id: string }[]; state: { id: string } }[] } };
    const ids = list.nodes.flatMap(({ id, municipalities, state }) => [
      id,
      ...municipalities.map((m) => m.id),
      state.id,
    ]);
    expect(ids.map((id) => Buffer.from(id, 'base64').toString())).toMatchInlineSnapshot(`
      [
        "District:02000",
        "Municipality:02000000",
        "State:02",
        "District:09198",
        "Municipality:09198000",
        "State:09",
        "District:09199",
        "Municipality:09199001",
        "Municipality:09199002",
        "Municipality:09199003",
        "State:09",
      ]
    `);
    const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Territory { key } } }`;
    const { nodes } = (await dataOf(db, document, { ids })) as { nodes: { id: string }[] };
    expect(nodes.map((node) => node.id)).toEqual(ids);
    const lost = Buffer.from('District:09001').toString('base64');
    const actor = Buffer.from('Actor:adorf-helps').toString('base64');
    expect(
      await answer(
        db,
        `{ lost: node(id: "${lost}") { id } actor: node(id: "${actor}") { __typename ... on Actor { kind } } }`,
      ),
    ).toMatchInlineSnapshot(`"{ lost: null, actor: { __typename: 'Actor', kind: 'ASSOCIATION' } }"`);
  });
});
