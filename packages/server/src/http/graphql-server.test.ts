import { HeaderMap } from '@apollo/server';
import { createSchema } from '@kreisweit/graphql';
import { expect, test } from 'vitest';
import { defaultLimits } from '../limits/limits.ts';
import { createLog } from '../log.ts';
import { graphqlServer } from './graphql-server.ts';

const log = createLog('warn', (line) => {
  throw new Error(line);
});
const apollo = await graphqlServer(createSchema(), log);

type Asking = { readonly body?: unknown; readonly search?: string };

/** What is answered to a request that needs no data. */
async function answered({ body, search = '' }: Asking, server = apollo) {
  const { status = 200, body: answer } = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: search === '' ? 'POST' : 'GET',
      headers: new HeaderMap([
        ['content-type', 'application/json'],
        ['apollo-require-preflight', 'true'],
      ]),
      search,
      body,
    },
    context: async () => Object.create(null),
  });
  if (answer.kind !== 'complete') throw new Error('an answer in parts');
  const { data, errors = [] } = JSON.parse(answer.string);
  return { status, data, errors };
}

const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

test('a document that is too large is refused, each time, with all of its limits', async () => {
  const query = `{ ${many(101, (index) => `a${index}: __typename`)} }`;
  for (const round of [1, 2]) {
    expect(await answered({ body: { query } }), `round ${round}`).toMatchInlineSnapshot(`
      {
        "data": undefined,
        "errors": [
          {
            "extensions": {
              "allowed": 100,
              "asked": 101,
              "code": "QUERY_TOO_LARGE",
              "limit": "aliases",
            },
            "message": "This query has 101 aliases; 100 are allowed. Ask for lists, as seriesOf and crossSection are.",
          },
          {
            "extensions": {
              "allowed": 50,
              "asked": 101,
              "code": "QUERY_TOO_LARGE",
              "limit": "rootFields",
            },
            "message": "This query has 101 fields of its own; 50 are allowed. Ask for lists, as districts(filter:) is.",
          },
        ],
        "status": 400,
      }
    `);
  }
});

test('variables are looked at each time, also those of a document that is known', async () => {
  const query =
    'query ($ids: [ID!]! = []) { __typename @skip(if: false) ... @skip(if: true) { nodes(ids: $ids) { id } } }';
  const ids = Array.from({ length: 1_001 }, () => 'a');
  for (const round of [1, 2]) {
    expect((await answered({ body: { query } })).data, `round ${round}`).toEqual({ __typename: 'Query' });
    expect(await answered({ body: { query, variables: { ids } } })).toMatchInlineSnapshot(`
      {
        "data": undefined,
        "errors": [
          {
            "extensions": {
              "allowed": 1000,
              "asked": 1001,
              "code": "QUERY_TOO_LARGE",
              "limit": "listEntries",
            },
            "message": "A list has 1001 entries; 1000 are allowed. Send it in several requests.",
          },
        ],
        "status": 400,
      }
    `);
  }
});

test('limits can be others', async () => {
  const small = await graphqlServer(createSchema(), log, {
    ...defaultLimits.document,
    depth: 1,
    tokens: 500,
  });
  expect((await answered({ body: { query: '{ __typename }' } }, small)).data).toEqual({
    __typename: 'Query',
  });
  expect((await answered({ body: { query: '{ __schema { description } }' } }, small)).errors).toMatchObject([
    { extensions: { limit: 'depth', asked: 2, allowed: 1 } },
  ]);
  const query = `{ ${many(500, () => '__typename')} }`;
  expect(await answered({ body: { query } }, small)).toMatchInlineSnapshot(`
    {
      "data": undefined,
      "errors": [
        {
          "extensions": {
            "allowed": 500,
            "code": "QUERY_TOO_LARGE",
            "limit": "tokens",
          },
          "message": "This query is too long: 500 tokens are allowed (names, numbers, texts and brackets). Ask for less at once.",
        },
      ],
      "status": 400,
    }
  `);
  await small.stop();
});

test('too many lines are refused before they are read, also in an address', async () => {
  const query = `${'#\n'.repeat(1_000)}{ __typename }`;
  const refused = await answered({ body: { query } });
  expect(refused).toMatchInlineSnapshot(`
    {
      "data": undefined,
      "errors": [
        {
          "extensions": {
            "allowed": 1000,
            "asked": 1001,
            "code": "QUERY_TOO_LARGE",
            "limit": "lines",
          },
          "message": "This query has 1001 lines; 1000 are allowed. Remove empty ones and comments.",
        },
      ],
      "status": 400,
    }
  `);
  expect(await answered({ search: `query=${encodeURIComponent(query)}` })).toEqual(refused);
  const { data } = await answered({ body: { query: query.slice(2) } });
  expect(data).toEqual({ __typename: 'Query' });
});

test('one operation a request', async () => {
  const query = '{ __typename }';
  expect(await answered({ body: [{ query }, { query }] })).toMatchInlineSnapshot(`
    {
      "data": undefined,
      "errors": [
        {
          "extensions": {
            "code": "BAD_REQUEST",
          },
          "message": "One operation a request: send an object with query and variables, not a list of them.",
        },
      ],
      "status": 400,
    }
  `);
  const two = 'query a { __typename } query b { __typename }';
  expect(await answered({ body: { query: two } })).toMatchInlineSnapshot(`
    {
      "data": undefined,
      "errors": [
        {
          "extensions": {
            "code": "OPERATION_RESOLUTION_FAILURE",
          },
          "message": "Must provide operation name if query contains multiple operations.",
        },
      ],
      "status": 400,
    }
  `);
  expect((await answered({ body: { query: two, operationName: 'b' } })).data).toEqual({
    __typename: 'Query',
  });
  expect((await answered({ body: { query: two, operationName: 'c' } })).status).toBe(400);
});

test.each([
  ['variables', 7],
  ['variables', [1]],
  ['variables', '{}'],
  ['extensions', 'x'],
  ['extensions', []],
  ['operationName', {}],
  ['query', { kind: 'Document' }],
  ['query', ['{ __typename }']],
])('%s of a wrong type: %j', async (field, value) => {
  const { status, errors } = await answered({ body: { query: '{ __typename }', [field]: value } });
  expect(status).toBe(400);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
  expect(errors[0].message.length).toBeGreaterThan(10);
});

test('what is nested too deeply is refused, and ends no process', async () => {
  const value = `{ district(key: ${'['.repeat(1_200)}1${']'.repeat(1_200)}) { key } }`;
  expect((await answered({ body: { query: value } })).status).toBe(400);
  const fields = `{ district(key: "1") { ${'parent {'.repeat(800)} name ${'}'.repeat(800)} } }`;
  expect((await answered({ body: { query: fields } })).errors).toMatchObject([
    { extensions: { limit: 'depth', asked: 802, allowed: 20 } },
  ]);
  const fragments = `{ ${'... {'.repeat(800)} __typename ${'}'.repeat(800)} }`;
  expect((await answered({ body: { query: fragments } })).errors).toMatchObject([
    { extensions: { limit: 'depth', asked: 800, allowed: 20 } },
  ]);
});

test('the parser may come to the end of its stack, where more is allowed', async () => {
  const large = await graphqlServer(createSchema(), log, { ...defaultLimits.document, tokens: 50_000 });
  const query = `{ district(key: ${'['.repeat(24_000)}1${']'.repeat(24_000)}) { key } }`;
  expect(await answered({ body: { query } }, large)).toMatchInlineSnapshot(`
    {
      "data": undefined,
      "errors": [
        {
          "extensions": {
            "allowed": 20,
            "code": "QUERY_TOO_LARGE",
            "limit": "depth",
          },
          "message": "This query is thousands of levels deep; 20 are allowed. Ask for what lies deeper by its own key.",
        },
      ],
      "status": 400,
    }
  `);
  await large.stop();
});

test('the same fields again and again are refused before they are all compared', async () => {
  const inside = many(
    8,
    () => `state { ${many(8, () => `districts { ${many(8, () => 'state { name }')} }`)} }`,
  );
  expect(await answered({ body: { query: `{ district(key: "1") { ${inside} } }` } })).toMatchInlineSnapshot(`
    {
      "data": undefined,
      "errors": [
        {
          "extensions": {
            "code": "QUERY_TOO_LARGE",
          },
          "message": "This query asks for the same fields so often that it takes too long to check. Ask for each of them once.",
        },
      ],
      "status": 400,
    }
  `);
});

test('what is wrong with a query is told, with what was meant', async () => {
  const { errors } = await answered({ body: { query: '{ districd(key: "1") { name } }' } });
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining('Did you mean "district"'),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    },
  ]);
});
