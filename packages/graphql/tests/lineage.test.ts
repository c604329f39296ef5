import type { Store } from '@kreisweit/store';
import { askedEngines } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, ask, dataOf } from './ask.ts';
import { insertChanges } from './fixture/insert-changes.ts';
import { insertManyDistricts } from './fixture/insert-many-districts.ts';
import { madeUpCountry } from './fixture/made-up-country.ts';

describe.each(askedEngines)('territories over time on $name', (engine) => {
  let store: Store;
  let db: Store['db'];
  beforeAll(async () => {
    store = await madeUpCountry(engine);
    await insertChanges(store);
    await store.database.pool.query(
      `update territory_version v set text_code = c.code
       from (values (4, '44'), (9, '41'), (8, '54'), (5, '67'), (7, '99')) c (id, code) where v.territory_id = c.id`,
    );
    db = store.db;
  });
  afterAll(() => store.close());

  test('successors and predecessors say how much went, how and since when', async () => {
    const found = await answer(
      db,
      `{
        old: territory(key: "09197001") { successors { ...piece } predecessors { share } current { key } }
        district: district(key: "09197") { successors { ...piece } current { __typename name } }
        new: municipality(key: "09199001") { predecessors { ...piece } current { key } }
      }
      fragment piece on Lineage { territory { __typename key name } share areaShare kind effectiveOn knownBy source }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        old: {
          successors: [
            {
              territory: { __typename: 'Municipality', key: '09199001', name: 'Adorf' },
              share: 0.6,
              areaShare: 0.5,
              kind: 'SUCCESSION',
              effectiveOn: null,
              knownBy: '2014-12-31',
              source: 'crosswalk.csv'
            },
            {
              territory: { __typename: 'Municipality', key: '09199002', name: 'Bedorf' },
              share: 0.4,
              areaShare: 0.5,
              kind: 'SUCCESSION',
              effectiveOn: null,
              knownBy: '2014-12-31',
              source: 'crosswalk.csv'
            }
          ],
          predecessors: [],
          current: [ { key: '09199001' }, { key: '09199002' } ]
        },
        district: {
          successors: [
            {
              territory: { __typename: 'District', key: '09199', name: 'Landkreis Muster' },
              share: 1,
              areaShare: 1,
              kind: 'SUCCESSION',
              effectiveOn: null,
              knownBy: '2014-12-31',
              source: 'crosswalk.csv'
            }
          ],
          current: [ { __typename: 'District', name: 'Landkreis Muster' } ]
        },
        new: {
          predecessors: [
            {
              territory: { __typename: 'Municipality', key: '09197001', name: 'Altdorf' },
              share: 0.6,
              areaShare: 0.5,
              kind: 'SUCCESSION',
              effectiveOn: null,
              knownBy: '2014-12-31',
              source: 'crosswalk.csv'
            },
            {
              territory: { __typename: 'Municipality', key: '09199003', name: 'Cedorf' },
              share: 0,
              areaShare: 0.01,
              kind: 'PART_MOVED',
              effectiveOn: '2022-07-01',
              knownBy: '2022-07-01',
              source: 'list.csv'
            }
          ],
          current: [ { key: '09199001' } ]
        }
      }"
    `);
  });

  test('versions and designations', async () => {
    const found = await answer(
      db,
      `{
        district(key: "09199") {
          kind designation designationTitle english: designationTitle(lang: EN)
          versions { name ars ags designation inhabited provenFrom provenUntil validFrom validUntil evidence }
          municipalities { name designation designationTitle }
          associations { designationTitle }
        }
        state: territory(key: "09") { designation designationTitle }
      }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        district: {
          kind: 'DISTRICT',
          designation: 'LANDKREIS',
          designationTitle: 'Landkreis',
          english: 'Rural district (Landkreis)',
          versions: [
            {
              name: 'Landkreis Altmuster',
              ars: '09199',
              ags: '09199',
              designation: 'LANDKREIS',
              inhabited: true,
              provenFrom: '2013-12-31',
              provenUntil: '2013-12-31',
              validFrom: null,
              validUntil: null,
              evidence: 'REGISTER'
            },
            {
              name: 'Landkreis Muster',
              ars: '09199',
              ags: '09199',
              designation: 'LANDKREIS',
              inhabited: true,
              provenFrom: '2021-12-31',
              provenUntil: '2021-12-31',
              validFrom: null,
              validUntil: null,
              evidence: 'REGISTER'
            }
          ],
          municipalities: [
            { name: 'Adorf', designation: 'GROSSE_KREISSTADT', designationTitle: 'Große Kreisstadt' },
            { name: 'Bedorf', designation: null, designationTitle: null },
            { name: 'Cedorf', designation: null, designationTitle: null }
          ],
          associations: [ { designationTitle: 'Verwaltungsgemeinschaft' } ]
        },
        state: { designation: null, designationTitle: null }
      }"
    `);
  });

  test('a search finds what was, and says what it is today', async () => {
    const found = await answer(
      db,
      `{
        searchTerritories(text: "alt") {
          totalCount
          nodes { name key territory { __typename key name } current { key name } }
        }
        narrowed: searchTerritories(text: "oesterstadt", kinds: [MUNICIPALITY]) { nodes { key territory { key } } }
        none: searchTerritories(text: "Nirgends") { totalCount nodes { key } }
      }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        searchTerritories: {
          totalCount: 3,
          nodes: [
            {
              name: 'Altdorf',
              key: '09197001',
              territory: { __typename: 'Municipality', key: '09197001', name: 'Altdorf' },
              current: [ { key: '09199001', name: 'Adorf' }, { key: '09199002', name: 'Bedorf' } ]
            },
            {
              name: 'Altkreis',
              key: '09197',
              territory: { __typename: 'District', key: '09197', name: 'Altkreis' },
              current: [ { key: '09199', name: 'Landkreis Muster' } ]
            },
            {
              name: 'Landkreis Altmuster',
              key: '09199',
              territory: { __typename: 'District', key: '09199', name: 'Landkreis Muster' },
              current: [ { key: '09199', name: 'Landkreis Muster' } ]
            }
          ]
        },
        narrowed: { nodes: [ { key: '09198000', territory: { key: '09198000' } } ] },
        none: { totalCount: 0, nodes: [] }
      }"
    `);
  });

  test('pages of a search follow one another', async () => {
    const document = `query ($after: String) { searchTerritories(text: "09199", first: 2, after: $after) {
      totalCount nodes { territory { key } } pageInfo { hasNextPage endCursor }
    } }`;
    type Page = {
      searchTerritories: {
        totalCount: number;
        nodes: { territory: { key: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { searchTerritories: page } = (await dataOf(db, document, { after })) as Page;
      seen.push(...page.nodes.map(({ territory }) => territory.key));
      if (!page.pageInfo.hasNextPage) {
        expect(seen).toHaveLength(page.totalCount);
        break;
      }
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual(['09199', '09199001', '09199002', '09199003', '091995001', '09199900']);
  });

  test.each(['', ' ', 'a', '1'])('the text "%s" is too short to search for', async (text) => {
    const { errors } = await ask(
      db,
      `query ($text: String!) { searchTerritories(text: $text) { totalCount } }`,
      {
        text,
      },
    );
    expect(errors).toMatchObject([{ message: expect.stringContaining('at least 2 characters') }]);
  });

  describe('statements', () => {
    let statements = 0;
    let counted: Store['db'];
    beforeAll(async () => {
      await insertManyDistricts(store, 400);
      counted = store.db.withPlugin({
        transformQuery: ({ node }) => {
          statements += 1;
          return node;
        },
        transformResult: async ({ result }) => result,
      });
    });

    async function statementsOf(document: string, first: number): Promise<number> {
      await dataOf(counted, document, { first });
      statements = 0;
      await dataOf(counted, document, { first });
      return statements;
    }

    test.each([
      ['versions', 3],
      ['successors', 3],
      ['predecessors', 3],
      ['current', 3],
      ['designation', 2],
    ])('%s take %i, for one district and for 400', async (field, expected) => {
      const selection = {
        versions: 'versions { name }',
        current: 'current { key }',
        designation: 'designation designationTitle',
      };
      const asked =
        field in selection
          ? selection[field as keyof typeof selection]
          : `${field} { share territory { key } }`;
      const document = `query ($first: Int!) { districts(first: $first) { nodes { ${asked} } } }`;
      expect(await statementsOf(document, 1)).toBe(expected);
      expect(await statementsOf(document, 403)).toBe(expected);
    });

    test('a search with what its hits are today takes three', async () => {
      const document = `query ($first: Int!) {
        searchTerritories(text: "district", first: $first) { nodes { territory { key name } current { key } } }
      }`;
      expect(await statementsOf(document, 1)).toBe(3);
      expect(await statementsOf(document, 300)).toBe(3);
    });
  });
});
