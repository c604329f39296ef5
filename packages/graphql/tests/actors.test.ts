import { type Acting, grantOf } from '@kreisweit/domain';
import { type Store, saveActors } from '@kreisweit/store';
import { actorOf, servers, smallStore } from '@kreisweit/store/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, dataOf, shown } from './ask.ts';
import { askAs } from './ask-as.ts';

const [server] = servers;
if (server === undefined) throw new Error('there is no server to test on');

const actingAs = (name: string, ...grants: Acting['principal']['grants']): Acting => ({
  principal: { kind: 'person', id: `person:${name}`, name, grants },
  requestId: 'request-1',
});
const coordination = actingAs('aue', grantOf('DISTRICT_COORDINATOR', { territory: '16097' }));
const representative = actingAs('choir', grantOf('ACTOR_REPRESENTATIVE', { actor: 'choir' }));

let store: Store;
let statements = 0;
let counted: Store['db'];
beforeAll(async () => {
  store = await smallStore(server);
  counted = store.db.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
});
afterAll(() => store.close());

beforeEach(async () => {
  await store.database.pool.query('delete from actor');
  await saveActors(store, [
    actorOf('choir', {
      name: 'Chor ÜBERALL',
      description: { de: 'Singt für alle', en: 'Sings for everybody' },
      topics: ['culture'],
      languages: ['de', 'ar'],
      migrantLed: true,
      memberships: [
        { organisation: 'union', from: '2020-01-01', until: null },
        { organisation: 'fels-union', from: null, until: '2019-12-31' },
      ],
    }),
    actorOf('fels-union', { district: '16099', territories: ['16099'] }),
    actorOf('guest', { name: 'Gastspiel', district: '16099', territories: ['16099', '16097002'] }),
    actorOf('keeper', { kind: 'school', territories: [] }),
    actorOf('old', { deactivatedOn: '2024-12-31' }),
    actorOf('union', { district: null, territories: ['16'], topics: ['culture', 'advice'] }),
  ]);
});

type List = { readonly totalCount: number; readonly nodes: readonly { readonly key: string }[] };

const found = async (filter: string) => keysOf(await dataOf(store.db, `{ ${listed(filter)} }`));

const foundIn = async (district: string, filter: string) => {
  const document = `{ district(key: "${district}") { ${listed(filter)} } }`;
  return keysOf(((await dataOf(store.db, document)) as { district: unknown }).district);
};

const listed = (filter: string) => `list: actors(filter: { ${filter} }) { totalCount nodes { key } }`;

function keysOf(data: unknown): string {
  const { list } = data as { readonly list: List };
  expect(list.totalCount).toBe(list.nodes.length);
  return list.nodes.map(({ key }) => key).join(' ');
}

describe('actors are found', () => {
  test.each([
    ['', 'choir fels-union guest keeper union'],
    ['includeInactive: true', 'choir fels-union guest keeper old union'],
    ['text: "überall"', 'choir'],
    ['text: "FÜR ALLE"', 'choir'],
    ['text: "everybody"', 'choir'],
    ['text: "  beispiel "', 'fels-union keeper union'],
    ['text: "%"', ''],
    ['kind: SCHOOL', 'keeper'],
    ['topic: "culture"', 'choir union'],
    ['language: "ar"', 'choir'],
    ['migrantLed: true', 'choir'],
    ['migrantLed: false', 'fels-union guest keeper union'],
    ['territory: "16097"', 'choir guest union'],
    ['territory: "16097001"', 'choir union'],
    ['territory: "16"', 'choir fels-union guest union'],
    ['territory: "09"', ''],
    ['district: "16097"', 'choir guest keeper union'],
    ['district: "16099", topic: "advice"', 'union'],
    ['district: "16097", territory: "16097002", migrantLed: false', 'guest union'],
    ['kind: ASSOCIATION, topic: "culture", migrantLed: false', 'union'],
  ])('by %s', async (filter, keys) => {
    expect(await found(filter)).toBe(keys);
  });

  test.each([
    ['16097', '', 'choir guest keeper union'],
    ['16097', 'includeInactive: true', 'choir guest keeper old union'],
    ['16099', 'text: "union"', 'fels-union union'],
    ['16098', '', 'union'],
    ['16098', 'topic: "culture", migrantLed: true', ''],
    ['09171', '', ''],
  ])('in the directory of %s by %s', async (district, filter, keys) => {
    expect(await foundIn(district, filter)).toBe(keys);
  });

  test('page by page, and no argument twice', async () => {
    const page = async (after: string | null) =>
      (await dataOf(
        store.db,
        `query ($after: String) { district(key: "16097") { actors(first: 3, after: $after) {
          totalCount nodes { key } pageInfo { hasNextPage endCursor } } } }`,
        { after },
      )) as { district: { actors: { pageInfo: { endCursor: string } } } };
    const first = await page(null);
    expect(shown(first)).toMatchInlineSnapshot(`
      "{
        district: {
          actors: {
            totalCount: 4,
            nodes: [ { key: 'choir' }, { key: 'guest' }, { key: 'keeper' } ],
            pageInfo: { hasNextPage: true, endCursor: 'a2VlcGVy' }
          }
        }
      }"
    `);
    expect(shown(await page(first.district.actors.pageInfo.endCursor))).toMatchInlineSnapshot(`
      "{
        district: {
          actors: {
            totalCount: 4,
            nodes: [ { key: 'union' } ],
            pageInfo: { hasNextPage: false, endCursor: 'dW5pb24' }
          }
        }
      }"
    `);

    const wrong = [
      '{ actors(kind: SCHOOL, filter: { kind: SCHOOL }) { totalCount } }',
      '{ actors(filter: { district: "16097001" }) { totalCount } }',
      '{ actors(filter: { territory: "Aue" }) { totalCount } }',
      '{ district(key: "16097") { actors(filter: { district: "16099" }) { totalCount } } }',
      '{ district(key: "16097") { actors(filter: { topic: "cultur" }) { totalCount } } }',
      '{ actors(filter: { language: "arabic" }) { totalCount } }',
      '{ actors(filter: { territory: "16777" }) { totalCount } }',
      '{ actors(filter: { district: "16777" }) { totalCount } }',
    ];
    const messages = [];
    for (const document of wrong) messages.push((await ask(store.db, document)).errors);
    expect(shown(messages)).toMatchInlineSnapshot(`
      "[
        [
          {
            message: 'It is given twice: write it in the filter only.',
            code: 'BAD_USER_INPUT',
            argument: 'kind',
            path: 'actors'
          }
        ],
        [
          {
            message: "'16097001' is the key of a municipality. Write the five digits of a district, like 12070.",
            code: 'BAD_USER_INPUT',
            argument: 'district',
            path: 'actors'
          }
        ],
        [
          {
            message: "'Aue' is no key of a territory. Write an AGS (2 digits Land, 3 Regierungsbezirk, 5 district, 8 municipality), an ARS (12 digits; the first 9 for an association) or DG for Germany.",
            code: 'BAD_USER_INPUT',
            argument: 'territory',
            path: 'actors'
          }
        ],
        [
          {
            message: 'It is that of this district: leave it out of the filter.',
            code: 'BAD_USER_INPUT',
            argument: 'district',
            path: 'district.actors'
          }
        ],
        [
          {
            message: "No actor works on a topic 'cultur'. Did you mean 'culture'?",
            code: 'BAD_USER_INPUT',
            argument: 'topic',
            path: 'district.actors'
          }
        ],
        [
          {
            message: "'arabic' is no language of ISO 639-1. Write two small letters, like ar or uk.",
            code: 'BAD_USER_INPUT',
            argument: 'language',
            path: 'actors'
          }
        ],
        [
          {
            message: \`Nothing is known of a territory '16777'. The query { searchTerritories(text: "...") } finds territories by name.\`,
            code: 'BAD_USER_INPUT',
            argument: 'territory',
            path: 'actors'
          }
        ],
        [
          {
            message: \`Nothing is known of a district '16777'. The query { searchTerritories(text: "...") } finds territories by name.\`,
            code: 'BAD_USER_INPUT',
            argument: 'district',
            path: 'actors'
          }
        ]
      ]"
    `);
  });
});

test('an actor says who keeps its entry, to whom it belongs, and who belongs to it', async () => {
  const data = await dataOf(
    store.db,
    `{
      one: actors(filter: { topic: "culture", migrantLed: true }) { nodes { key revision mergedKeys website email source
        deactivatedOn district { key name } memberships { from until organisation { key name district { key } } } } }
      other: actors(filter: { topic: "advice" }) { nodes { district { key } members { totalCount nodes { key } } } }
    }`,
  );
  expect(shown(data)).toMatchInlineSnapshot(`
    "{
      one: {
        nodes: [
          {
            key: 'choir',
            revision: 1,
            mergedKeys: [],
            website: null,
            email: null,
            source: 'Beispiel',
            deactivatedOn: null,
            district: { key: '16097', name: 'Aue' },
            memberships: [
              {
                from: '2020-01-01',
                until: null,
                organisation: { key: 'union', name: 'Beispiel union', district: null }
              },
              {
                from: null,
                until: '2019-12-31',
                organisation: { key: 'fels-union', name: 'Beispiel fels-union', district: { key: '16099' } }
              }
            ]
          }
        ]
      },
      other: {
        nodes: [
          { district: null, members: { totalCount: 1, nodes: [ { key: 'choir' } ] } }
        ]
      }
    }"
  `);
});

test('directories, members and memberships take as many statements for one district as for all', async () => {
  const document = `query ($search: String!) { districts(filter: { search: $search }) { nodes {
    actors(filter: { kind: ASSOCIATION }) { totalCount nodes { name district { name } territories { name }
      memberships { organisation { name } } members { nodes { name } } } } } } }`;
  const count = async (search: string) => {
    statements = 0;
    await dataOf(counted, document, { search });
    return statements;
  };
  await count('');
  expect(await count('Aue')).toBe(6);
  expect(await count('')).toBe(6);
});

describe('entries are written', () => {
  const entry = `key: "choir", kind: ASSOCIATION, name: "Chor Aue", district: "16097", territories: ["16097001"],
    topics: ["music"], languages: ["de", "uk"], migrantLed: true, source: "Beispiel", website: "https://chor.example",
    description: { de: "Fragen an Frau Erika Mustermann", en: "Sings" }, memberships: [{ organisation: "union", from: "2020-01-01" }]`;
  const save = (changed: string, revision: number) => `mutation {
    saveActor(actor: { ${changed} }, expectedRevision: ${revision}) {
      __typename
      ... on SaveActorPayload { warnings(lang: EN) actor { key name revision topics email memberships { until } } }
      ... on Error { message }
      ... on InvalidInputError { problems { field rule message } }
      ... on ConflictError { expectedRevision revision }
    } }`;

  test('by who represents it, with hints on personal data, and a conflict for who comes later', async () => {
    const answers = [
      await askAs(store, representative, save(entry, 1)),
      await askAs(store, representative, save(entry, 1)),
      await askAs(
        store,
        representative,
        save(entry.replace('"de", "uk"', '"deutsch"').replace('chor.example', 'chor'), 2),
      ),
      await askAs(store, representative, save(entry.replace('migrantLed: true', 'migrantLed: false'), 2)),
      await askAs(store, representative, save(entry.replace('"choir"', '"guest"'), 1)),
      await askAs(store, representative, save(entry.replace('"choir"', '"new-one"'), 0)),
    ];
    expect(shown(answers)).toMatchInlineSnapshot(`
      "[
        {
          data: {
            saveActor: {
              __typename: 'SaveActorPayload',
              warnings: [
                '"Frau E…": This looks like the name of a person: please name the function or the office.'
              ],
              actor: {
                key: 'choir',
                name: 'Chor Aue',
                revision: 2,
                topics: [ 'music' ],
                email: null,
                memberships: [ { until: null } ]
              }
            }
          },
          errors: []
        },
        {
          data: {
            saveActor: {
              __typename: 'ConflictError',
              message: 'The actor choir is not as you saw it: you expected revision 1, and there is revision 2. Nothing was changed; read it again, and send what you still want with this revision.',
              expectedRevision: 1,
              revision: 2
            }
          },
          errors: []
        },
        {
          data: {
            saveActor: {
              __typename: 'InvalidInputError',
              message: 'the actor is not saved: 2 problems, nothing was stored\\n' +
                "  actor.languages.0: 'deutsch' is no language of ISO 639-1: write two small letters, like ar or uk\\n" +
                "  actor.website: 'https://chor' is no address of a website: write it in full, beginning with https://",
              problems: [
                {
                  field: 'actor.languages.0',
                  rule: 'UNKNOWN',
                  message: "'deutsch' is no language of ISO 639-1: write two small letters, like ar or uk"
                },
                {
                  field: 'actor.website',
                  rule: 'FORM',
                  message: "'https://chor' is no address of a website: write it in full, beginning with https://"
                }
              ]
            }
          },
          errors: []
        },
        {
          data: {
            saveActor: {
              __typename: 'NotAllowedError',
              message: 'You may not add, merge and deactivate actors, and change their kind, district, source and who leads them: it needs one of the roles DISTRICT_COORDINATOR, ADMINISTRATOR; ask the coordination of your district'
            }
          },
          errors: []
        },
        {
          data: {
            saveActor: {
              __typename: 'NotAllowedError',
              message: 'You may not edit this entry of an actor: it is outside of what your access is for; ask the coordination of the district that it belongs to'
            }
          },
          errors: []
        },
        {
          data: {
            saveActor: {
              __typename: 'NotAllowedError',
              message: 'You may not add, merge and deactivate actors, and change their kind, district, source and who leads them: it needs one of the roles DISTRICT_COORDINATOR, ADMINISTRATOR; ask the coordination of your district'
            }
          },
          errors: []
        }
      ]"
    `);
  });

  test('by the coordination: added, deactivated, reactivated, merged', async () => {
    const actor = 'actor { key revision deactivatedOn mergedKeys topics }';
    const answer = await askAs(
      store,
      coordination,
      `mutation {
        added: saveActor(actor: { key: "band", kind: OTHER, name: "Band", district: "16097", territories: ["16097"],
          topics: ["music"], languages: [], migrantLed: false, source: "Gemeinde" }, expectedRevision: 0) {
          ... on SaveActorPayload { ${actor} } }
        off: deactivateActor(key: "band", on: "2026-01-31", expectedRevision: 1) {
          ... on DeactivateActorPayload { ${actor} } }
        on: reactivateActor(key: "band", expectedRevision: 2) { ... on ReactivateActorPayload { ${actor} } }
        merged: mergeActors(duplicate: "band", survivor: "choir", expectedRevision: 3) {
          ... on MergeActorsPayload { ${actor} } }
        again: mergeActors(duplicate: "band", survivor: "choir", expectedRevision: 3) {
          __typename ... on InvalidInputError { problems { field message } } }
        foreign: mergeActors(duplicate: "guest", survivor: "choir", expectedRevision: 1) { __typename }
        unknown: deactivateActor(key: "nobody", expectedRevision: 1) { __typename }
      }`,
    );
    expect(shown(answer)).toMatchInlineSnapshot(`
      "{
        data: {
          added: { actor: { key: 'band', revision: 1, deactivatedOn: null, mergedKeys: [], topics: [ 'music' ] } },
          off: {
            actor: { key: 'band', revision: 2, deactivatedOn: '2026-01-31', mergedKeys: [], topics: [ 'music' ] }
          },
          on: { actor: { key: 'band', revision: 3, deactivatedOn: null, mergedKeys: [], topics: [ 'music' ] } },
          merged: {
            actor: {
              key: 'choir',
              revision: 2,
              deactivatedOn: null,
              mergedKeys: [ 'band' ],
              topics: [ 'culture', 'music' ]
            }
          },
          again: {
            __typename: 'InvalidInputError',
            problems: [ { field: 'duplicate', message: "it was merged into 'choir' already" } ]
          },
          foreign: { __typename: 'NotAllowedError' },
          unknown: { __typename: 'NotAllowedError' }
        },
        errors: []
      }"
    `);
    const id = Buffer.from('Actor:band').toString('base64');
    expect(await dataOf(store.db, `{ node(id: "${id}") { ... on Actor { key mergedKeys } } }`)).toEqual({
      node: { key: 'choir', mergedKeys: ['band'] },
    });
    expect(await found('text: "band"')).toBe('');
  });
});
