import { GraphQLError, getIntrospectionQuery, parse, print, validate } from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from '../create-schema.ts';
import { checkRequest } from './check-request.ts';
import { defaultDocumentLimits } from './document-limits.ts';
import { inputSize } from './input-size.ts';

const schema = createSchema();
const { listEntries, textCharacters } = defaultDocumentLimits;

function refusal(text: string, variables: Readonly<Record<string, unknown>> = {}) {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  try {
    checkRequest(schema, { document, variables });
  } catch (error) {
    if (error instanceof GraphQLError) return { message: error.message, ...error.extensions };
    throw error;
  }
  return null;
}

test('what costs too much is refused with advice', () => {
  const everything = `{ districts(first: 500) { nodes { municipalities {
    seriesOf(indicators: ["a", "b"]) { points { period value status } }
  } } } }`;
  expect(refusal(everything)).toMatchInlineSnapshot(`
    {
      "allowed": 100000,
      "asked": 2326001,
      "code": "QUERY_TOO_EXPENSIVE",
      "cost": 2326001,
      "http": {
        "status": 400,
      },
      "limit": 100000,
      "message": "This query may answer up to 2326001 fields; 100000 are allowed. Ask for smaller pages (first:), fewer levels at once, the packed lists of a series instead of its points, or a crossSection instead of many series.",
    }
  `);
  const usual = `{ districts(first: 400) { nodes { name seriesOf(indicators: [${'"a",'.repeat(20)}]) { periods values statuses } } } }`;
  expect(refusal(usual)).toBeNull();
  const map = `{ territory(key: "DG") { crossSection(indicator: "a", period: "2015", level: MUNICIPALITY) {
    territories { ars name } values statuses coverages } } }`;
  expect(refusal(map)).toBeNull();
});

test('the question of GraphiQL about the schema is allowed, several of it at once are not', () => {
  const introspection = getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true });
  expect(refusal(introspection)).toBeNull();
  const [operation = '', ...fragments] = parse(introspection).definitions.map(print);
  const asked = operation.slice(operation.indexOf('__schema'), operation.lastIndexOf('}'));
  const several = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}: ${asked}`).join(' ');
  expect(refusal(`{ ${several} } ${fragments.join(' ')}`)).toMatchObject({ code: 'QUERY_TOO_EXPENSIVE' });
});

test('lists and texts of variables, also inside others and where nobody asked for them', () => {
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const listed = (count: number) => Array.from({ length: count }, () => 'a');
  expect(refusal(query, { ids: listed(listEntries) })).toBeNull();
  expect(refusal(query, { ids: listed(listEntries + 1) })).toMatchInlineSnapshot(`
    {
      "allowed": 1000,
      "asked": 1001,
      "code": "QUERY_TOO_LARGE",
      "http": {
        "status": 400,
      },
      "limit": "listEntries",
      "message": "A list has 1001 entries; 1000 are allowed. Send it in several requests.",
    }
  `);
  expect(refusal(query, { ids: [], other: { in: [listed(listEntries + 1)] } })).toMatchObject({
    limit: 'listEntries',
  });
  expect(refusal(query, { ids: ['x'.repeat(textCharacters)] })).toBeNull();
  expect(refusal(query, { ids: ['x'.repeat(textCharacters + 1)] })).toMatchInlineSnapshot(`
    {
      "allowed": 16384,
      "asked": 16385,
      "code": "QUERY_TOO_LARGE",
      "http": {
        "status": 400,
      },
      "limit": "textCharacters",
      "message": "A text has 16385 characters; 16384 are allowed.",
    }
  `);
});

test('a hundred thousand brackets in a variable end no process', () => {
  const nested: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  expect(inputSize({ nested })).toEqual({ listEntries: 1, textCharacters: 0 });
  expect(refusal('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: nested })).toBeNull();
});

test('a text that no database can hold is refused, written out or in a variable', () => {
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  for (const text of ['a\u0000b', 'a\ud800b']) {
    expect(refusal(query, { ids: [text] })).toMatchObject({ code: 'BAD_USER_INPUT' });
  }
  // GraphQL itself refuses half of a character that is written out.
  expect(refusal('{ nodes(ids: ["a\\u0000b"]) { id } }')).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(refusal(query, { ids: ['a\ud83d\ude00b'] })).toBeNull();
});
