import type { Store } from '@kreisweit/store';
import { askedEngines } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from './ask.ts';
import { madeUpCountry } from './fixture/made-up-country.ts';

describe.each(askedEngines)('content on $name', (engine) => {
  let store: Store;
  let db: Store['db'];
  beforeAll(async () => {
    store = await madeUpCountry(engine);
    db = store.db;
  });
  afterAll(() => store.close());

  test('an indicator says what to know, whom it concerns, and what to use instead of it', async () => {
    const found = await answer(
      db,
      `{
        share: indicator(key: "population/foreignShare") { ...told }
        count: indicator(key: "population/foreigners") { ...told }
      }
      fragment told on Indicator {
        caveats(lang: EN) informs statistics { institute } lowestLevel
        deprecated { reason replacedBy { key } }
      }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        share: {
          caveats: 'Not to be compared with the census',
          informs: [ 'DATA', 'STRATEGY' ],
          statistics: [ { institute: 'Statistisches Amt Musterland' } ],
          lowestLevel: 'MUNICIPALITY',
          deprecated: null
        },
        count: {
          caveats: null,
          informs: [],
          statistics: [ { institute: 'Statistisches Amt Musterland' } ],
          lowestLevel: 'MUNICIPALITY',
          deprecated: { reason: 'Zahl', replacedBy: { key: 'population/foreignShare' } }
        }
      }"
    `);
  });

  test('an indicator explains itself in both languages', async () => {
    const found = await answer(
      db,
      `{ indicator(key: "population/foreignShare") {
        key title english: title(lang: EN) description unit unitTitle decimals direction formula mixedBase revision
        plugin { key title } dimensions { key kind title categories { key title } }
        measures { key unit revision statistic { key title code institute licence populationBase url } }
      } }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        indicator: {
          key: 'population/foreignShare',
          title: 'Ausländeranteil',
          english: 'Foreign share',
          description: 'Anteil an allen',
          unit: 'PERCENT',
          unitTitle: '%',
          decimals: 1,
          direction: 'NEUTRAL',
          formula: '100 * population/foreigners / population/residents',
          mixedBase: null,
          revision: '1',
          plugin: { key: 'population', title: 'Bevölkerung' },
          dimensions: [
            {
              key: 'sex',
              kind: 'PARTITION',
              title: 'Geschlecht',
              categories: [ { key: 'male', title: 'männlich' }, { key: 'female', title: 'weiblich' } ]
            }
          ],
          measures: [
            {
              key: 'population/foreigners',
              unit: 'PERSON',
              revision: 1,
              statistic: {
                key: 'population/update',
                title: 'Bevölkerungsfortschreibung',
                code: '12411',
                institute: 'Statistisches Amt Musterland',
                licence: 'dl-de/by-2-0',
                populationBase: 'residents',
                url: null
              }
            },
            {
              key: 'population/residents',
              unit: 'PERSON',
              revision: 1,
              statistic: {
                key: 'population/update',
                title: 'Bevölkerungsfortschreibung',
                code: '12411',
                institute: 'Statistisches Amt Musterland',
                licence: 'dl-de/by-2-0',
                populationBase: 'residents',
                url: null
              }
            }
          ]
        }
      }"
    `);
  });

  test('indicators can be searched and turned over', async () => {
    const found = await answer(
      db,
      `{
        all: indicators { totalCount nodes { key } }
        search: indicators(filter: { search: "AUSLÄNDER" }) { nodes { key } }
        plugin: indicators(filter: { plugin: "other" }) { totalCount }
        first: indicators(first: 1) { totalCount nodes { key } pageInfo { hasNextPage } }
      }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        all: {
          totalCount: 3,
          nodes: [
            { key: 'population/foreignShare' },
            { key: 'population/foreigners' },
            { key: 'population/residents' }
          ]
        },
        search: { nodes: [ { key: 'population/foreignShare' }, { key: 'population/foreigners' } ] },
        plugin: { totalCount: 0 },
        first: { totalCount: 3, nodes: [ { key: 'population/foreignShare' } ], pageInfo: { hasNextPage: true } }
      }"
    `);
  });

  test('recommendations come with their notice and their evidence', async () => {
    const found = await answer(
      db,
      `{
        recommendations(field: STRATEGY) {
          notice(lang: EN)
          items { key officialNumber field fieldTitle title text(lang: EN) evidence source { document place url } }
        }
        all: recommendations { items { evidence } }
      }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        recommendations: {
          notice: 'These fourteen statements come, in our own words, from the public summary of the expertise; they are not its thirteen official points.',
          items: [
            {
              key: 'joint-decisions',
              officialNumber: null,
              field: 'STRATEGY',
              fieldTitle: 'Strategische Entscheidungen',
              title: 'Strategische Entscheidungen gemeinsam tragen',
              text: 'Strategic decisions are carried jointly: this is the basis of cooperation that works.',
              evidence: 'SUMMARY',
              source: {
                document: 'Kommunale Integrationspolitik: Zusammenarbeit von Landkreisen und angehörigen Gemeinden sowie Städten stärken (Prognos, Robert Bosch Stiftung, 2019)',
                place: 'Öffentliche Zusammenfassung',
                url: null
              }
            }
          ]
        },
        all: {
          items: [
            { evidence: 'SUMMARY' },
            { evidence: 'SUMMARY' },
            { evidence: 'SUMMARY' },
            { evidence: 'SUMMARY' },
            { evidence: 'SUMMARY' },
            { evidence: 'SUMMARY' },
            { evidence: 'SUMMARY' },
            { evidence: 'SUMMARY' },
            { evidence: 'SUMMARY' },
            { evidence: 'SUMMARY' },
            { evidence: 'SUMMARY' },
            { evidence: 'SUMMARY' },
            { evidence: 'SUMMARY' },
            { evidence: 'SUMMARY' }
          ]
        }
      }"
    `);
  });

  test('actors are found where they work, above and below', async () => {
    const found = await answer(
      db,
      `{
        all: actors { totalCount nodes { key kind name description description_en: description(lang: EN)
          topics languages migrantLed demo territories { __typename key } } }
        district: actors(territory: "09199") { nodes { key } }
        town: actors(territory: "09199001") { nodes { key } }
        neighbour: actors(territory: "09199002") { nodes { key } }
        state: actors(territory: "02") { nodes { key } }
        kind: actors(kind: SCHOOL) { nodes { key } }
        page: actors(first: 1) { totalCount nodes { key } pageInfo { hasNextPage endCursor } }
      }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        all: {
          totalCount: 3,
          nodes: [
            {
              key: 'adorf-helps',
              kind: 'ASSOCIATION',
              name: 'Adorf hilft',
              description: 'Was Adorf hilft tut',
              description_en: 'What Adorf hilft does',
              topics: [ 'language' ],
              languages: [ 'de', 'ar' ],
              migrantLed: false,
              demo: true,
              territories: [ { __typename: 'Municipality', key: '09199001' } ]
            },
            {
              key: 'district-office',
              kind: 'ADMINISTRATION',
              name: 'Kreisverwaltung',
              description: 'Was Kreisverwaltung tut',
              description_en: 'What Kreisverwaltung does',
              topics: [ 'language' ],
              languages: [ 'de', 'ar' ],
              migrantLed: false,
              demo: true,
              territories: [ { __typename: 'District', key: '09199' } ]
            },
            {
              key: 'harbour-school',
              kind: 'SCHOOL',
              name: 'Hafenschule',
              description: 'Was Hafenschule tut',
              description_en: 'What Hafenschule does',
              topics: [ 'language' ],
              languages: [ 'de', 'ar' ],
              migrantLed: false,
              demo: true,
              territories: [ { __typename: 'Municipality', key: '02000000' } ]
            }
          ]
        },
        district: { nodes: [ { key: 'adorf-helps' }, { key: 'district-office' } ] },
        town: { nodes: [ { key: 'adorf-helps' }, { key: 'district-office' } ] },
        neighbour: { nodes: [ { key: 'district-office' } ] },
        state: { nodes: [ { key: 'harbour-school' } ] },
        kind: { nodes: [ { key: 'harbour-school' } ] },
        page: {
          totalCount: 3,
          nodes: [ { key: 'adorf-helps' } ],
          pageInfo: { hasNextPage: true, endCursor: 'YWRvcmYtaGVscHM' }
        }
      }"
    `);
  });
});
