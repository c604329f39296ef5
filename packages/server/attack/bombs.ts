import { describe, expect, test } from 'vitest';
import type { AttackedServer } from './attacked-server.ts';
import { harmIn } from './harm.ts';
import { ordinaryAnswer } from './ordinary-query.ts';
import { type Answer, addressesOf, send } from './send.ts';
import { tally } from './tally.ts';

/** `LIMIT`: refused, naming a limit. `REFUSED`: refused for any reason. `EITHER`: refused or answered. */
type Expected = 'LIMIT' | 'REFUSED' | 'EITHER';

type Bomb = readonly [name: string, expected: Expected, body: string | object];

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
const nested = (count: number, open: string, inside: string, close = '}') =>
  open.repeat(count) + inside + close.repeat(count);
const query = (text: string, variables?: unknown) => ({
  query: text,
  ...(variables !== undefined && { variables }),
});

/** Node reads no more than 16 KiB of headers. */
const LONGEST_ADDRESS = 15_000;

const SERIES = 'series(indicator: "population/residents") { values points { value } }';
const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
const KEY = 'query ($key: String!) { district(key: $key) { name } }';
const PAGE = 'query ($first: Int!) { districts(first: $first) { totalCount } }';
const INTROSPECTED = 'types { fields { type ';

/** Each fragment spreads the next one twice: two to the power of their number. */
const doubling = (count: number) =>
  `{ ...f0 } ${times(count, (index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`)} fragment f${count} on Query { dataVersion { number } }`;

const documents: readonly Bomb[] = [
  ['depth', 'LIMIT', query(`{ district(key: "12070") { ${nested(30, 'parent { ', 'name')} } }`)],
  ['great depth', 'LIMIT', query(`{ district(key: "12070") { ${nested(450, 'parent { ', 'name')} } }`)],
  ['depth without fields', 'REFUSED', query('{'.repeat(200_000))],
  ['depth of inline fragments', 'EITHER', query(`{ ${nested(450, '... { ', '__typename')} }`)],
  ['aliases', 'LIMIT', query(`{ ${times(150, (index) => `a${index}: dataVersion { number }`)} }`)],
  [
    'aliases of a field inside',
    'LIMIT',
    query(`{ district(key: "12070") { ${times(300, (index) => `a${index}: name`)} } }`),
  ],
  [
    'costly aliases',
    'LIMIT',
    query(`{ ${times(60, (index) => `a${index}: districts(first: 500) { nodes { ${SERIES} } }`)} }`),
  ],
  [
    'the largest pages inside each other',
    'LIMIT',
    query(`{ districts(first: 500) { nodes { municipalities { ${SERIES} neighbours { ${SERIES} } } } } }`),
  ],
  [
    'a negative page',
    'REFUSED',
    query(
      `{ a: districts(first: -500) { nodes { ${SERIES} } } b: districts(first: 500) { nodes { name } } }`,
    ),
  ],
  [
    'a cycle of fragments',
    'REFUSED',
    query('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'),
  ],
  ['a fragment in itself', 'REFUSED', query('{ ...a } fragment a on Query { ...a }')],
  ['doubling fragments', 'LIMIT', query(doubling(40))],
  ['many doubling fragments', 'LIMIT', query(doubling(140))],
  ['directives', 'LIMIT', query(`{ ${times(150, (index) => `a${index}: __typename @include(if: true)`)} }`)],
  [
    'the same directive',
    'REFUSED',
    query(`{ dataVersion ${times(390, () => '@skip(if: false)')} { number } }`),
  ],
  [
    'unknown directives',
    'REFUSED',
    query(`{ dataVersion ${times(900, (index) => `@d${index}`)} { number } }`),
  ],
  ['the same field', 'LIMIT', query(`{ ${times(1900, () => '__typename')} }`)],
  ['the same field with fields', 'EITHER', query(`{ ${times(390, () => 'dataVersion { number }')} }`)],
  [
    'fields that must be compared',
    'EITHER',
    query(`{ ${times(60, () => `district(key: "12070") { ${times(5, (index) => `a${index}: name`)} }`)} }`),
  ],
  [
    'fields that conflict',
    'REFUSED',
    query(`{ ${times(300, (index) => `a: district(key: "${index}") { name }`)} }`),
  ],
  [
    'fragments that must be compared',
    'EITHER',
    query(
      `{ ${times(150, (index) => `...f${index}`)} } ${times(150, (index) => `fragment f${index} on Query { a${index}: __typename }`)}`,
    ),
  ],
  ['many operations', 'REFUSED', query(times(400, (index) => `query a${index} { __typename }`))],
  [
    'unused fragments',
    'REFUSED',
    query(`{ __typename } ${times(300, (index) => `fragment f${index} on Query { __typename }`)}`),
  ],
  ['unknown fields', 'REFUSED', query(`{ ${times(1500, (index) => `districd${index}`)} }`)],
  [
    'unused variables',
    'REFUSED',
    query(`query (${times(400, (index) => `$a${index}: Int`)}) { __typename }`),
  ],
  [
    'a circle of introspection',
    'LIMIT',
    query(`{ __schema { ${nested(6, `${INTROSPECTED}{ fields { type { `, 'name', '} } } } }')} } }`),
  ],
  [
    'a circle of introspection by name',
    'REFUSED',
    query(`{ __type(name: "District") { ${nested(8, 'fields { type { ', 'name', '} }')} } }`),
  ],
  [
    'introspection of types many times',
    'LIMIT',
    query(
      `{ ${times(90, (index) => `a${index}: __schema { types { name fields { name type { name ofType { name } } args { name } } } }`)} }`,
    ),
  ],
  ['tokens', 'LIMIT', query(`{ ${times(6000, (index) => `a${index}: __typename`)} }`)],
  ['commas', 'EITHER', query(`{ __typename ${','.repeat(250_000)} }`)],
  ['comments', 'EITHER', query(`{ __typename }\n${'#\n'.repeat(60_000)}`)],
  ['a block of text', 'LIMIT', query(`{ district(key: """${'a\\n'.repeat(50_000)}""") { name } }`)],
  ['a subscription', 'REFUSED', query('subscription { dataVersion }')],
  ['a definition of types', 'REFUSED', query('type Query { a: Int } { __typename }')],
  [
    'an expensive field that is skipped',
    'EITHER',
    query(
      `query ($no: Boolean = true) { districts(first: 500) @skip(if: $no) { nodes { ${SERIES} } } __typename }`,
    ),
  ],
  [
    'an expensive field, skipped and included',
    'LIMIT',
    query(
      `query ($no: Boolean!) { ${times(50, (index) => `a${index}: districts(first: 500) @skip(if: $no) @include(if: true) { nodes { ${SERIES} } }`)} }`,
      { no: false },
    ),
  ],
  [
    'a condition that is a text',
    'REFUSED',
    query('query ($if: Boolean!) { __typename @skip(if: $if) }', { if: 'false' }),
  ],
  [
    'a condition that is null',
    'REFUSED',
    query('query ($if: Boolean) { __typename @skip(if: $if) }', { if: null }),
  ],
  ['a condition that is missing', 'REFUSED', query('{ __typename @skip }')],
];

const values: readonly Bomb[] = [
  [
    'a list of ids',
    'LIMIT',
    query(NODES, { ids: Array.from({ length: 2_000 }, (_, index) => `id${index}`) }),
  ],
  ['a longer list of ids', 'LIMIT', query(NODES, { ids: Array.from({ length: 40_000 }, () => 'a') })],
  [
    'a list that no variable has',
    'LIMIT',
    query('{ __typename }', { none: Array.from({ length: 5_000 }, () => 0) }),
  ],
  ['a list in the document', 'LIMIT', query(`{ nodes(ids: [${times(1_200, () => '"a"')}]) { id } }`)],
  ['a long text', 'LIMIT', query(KEY, { key: 'a'.repeat(200_000) })],
  [
    'a text that is searched',
    'EITHER',
    query('query ($text: String!) { searchTerritories(text: $text) { totalCount } }', {
      text: '%_'.repeat(32_000),
    }),
  ],
  [
    'a long cursor',
    'EITHER',
    query('query ($after: String) { districts(after: $after) { totalCount } }', {
      after: 'QUFB'.repeat(16_000),
    }),
  ],
  [
    'deep variables',
    'EITHER',
    `{"query":"{ __typename }","variables":{"a":${nested(100_000, '[', '1', ']')}}}`,
  ],
  ['deep objects', 'EITHER', `{"query":"{ __typename }","variables":${nested(25_000, '{"a":', '1')}}`],
  [
    'deep variables that are asked for',
    'REFUSED',
    `{"query":"query ($filter: DistrictFilter) { districts(filter: $filter) { totalCount } }","variables":{"filter":${nested(25_000, '{"state":', '1')}}}`,
  ],
  ['deep extensions', 'EITHER', `{"query":"{ __typename }","extensions":${nested(25_000, '{"a":', '1')}}`],
  ['a deep literal', 'REFUSED', query(`{ nodes(ids: ${nested(900, '[', '"a"', ']')}) { id } }`)],
  ['many keys', 'EITHER', `{"query":"{ __typename }",${times(15_000, (index) => `"k${index}":1,`)}"z":1}`],
  ['the same key', 'EITHER', `{${times(9_000, () => '"query":"{ __typename }",')}"query":"{ __typename }"}`],
  [
    'keys of objects',
    'EITHER',
    query(KEY, Object.fromEntries(Array.from({ length: 12_000 }, (_, index) => [`k${index}`, 1]))),
  ],
  ...(
    [
      '1e400',
      '-0',
      '-1',
      '1e308',
      '9007199254740993',
      '"NaN"',
      'null',
      '"10"',
      '1.5',
      '{}',
      '[[1]]',
      'true',
    ] as const
  ).map(
    (number): Bomb => [
      `a page of ${number}`,
      number === '-0' ? 'EITHER' : 'REFUSED',
      `{"query":${JSON.stringify(PAGE)},"variables":{"first":${number}}}`,
    ],
  ),
  ...(['{}', '[]', '1', 'true', 'null', '{"$ne":null}', '["12070"]', '["12070","a"]'] as const).map(
    (value): Bomb => [
      `a key ${value}`,
      'REFUSED',
      `{"query":${JSON.stringify(KEY)},"variables":{"key":${value}}}`,
    ],
  ),
  ...(['"text"', '[]', '7', 'true'] as const).map(
    (value): Bomb => [`variables ${value}`, 'EITHER', `{"query":"{ __typename }","variables":${value}}`],
  ),
  ...(['{}', '[]', '7', 'null', 'true', '""'] as const).map(
    (value): Bomb => [`a query ${value}`, 'REFUSED', `{"query":${value}}`],
  ),
  ...(['__proto__', 'constructor', 'toString', 'hasOwnProperty'] as const).flatMap((name): Bomb[] => [
    [
      `variables with ${name}`,
      'EITHER',
      `{"query":${JSON.stringify(KEY)},"variables":{"key":"12070","${name}":{"isAdmin":true,"polluted":"yes"}}}`,
    ],
    [`a body with ${name}`, 'EITHER', `{"${name}":{"polluted":"yes"},"query":"{ __typename }"}`],
    [`${name}.prototype`, 'EITHER', `{"${name}":{"prototype":{"polluted":"yes"}},"query":"{ __typename }"}`],
    [
      `a variable called ${name}`,
      'EITHER',
      query(
        `query ($${name}: String) { __typename a: __type(name: $${name}) { name } }`,
        JSON.parse(`{"${name}":"District"}`),
      ),
    ],
    [
      `an operation called ${name}`,
      'REFUSED',
      { query: 'query a { __typename } query b { __typename }', operationName: name },
    ],
    [`an alias called ${name}`, 'EITHER', query(`{ ${name}: district(key: "12070") { ${name}: name } }`)],
    [
      `an input ${name}`,
      'REFUSED',
      query(
        'query ($filter: DistrictFilter) { districts(filter: $filter) { totalCount } }',
        JSON.parse(`{"filter":{"${name}":{"state":"12"}}}`),
      ),
    ],
    [`a type ${name}`, 'EITHER', query(`{ __type(name: "${name}") { name } }`)],
  ]),
  ['a batch', 'REFUSED', `[${times(50, () => '{"query":"{ __typename }"},')}{"query":"{ __typename }"}]`],
  ['an empty batch', 'REFUSED', '[]'],
  [
    'a persisted query',
    'EITHER',
    { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
  ],
  ['a body that is too long', 'REFUSED', query(`{ __typename } # ${'a'.repeat(400_000)}`)],
];

/** Requests that ask for more than anybody should be given. */
export function bombs(server: AttackedServer): void {
  describe('bombs', () => {
    const from = addressesOf(1);
    let before = 0;

    test('the memory of the server before', async () => {
      for (let round = 0; round < 20; round += 1) await ordinaryAnswer(server, from());
      before = server.memory();
      expect(before).toBeGreaterThan(0);
    });

    test.each([...documents, ...values])('%s', async (_, expected, bomb) => {
      const body = typeof bomb === 'string' ? bomb : JSON.stringify(bomb);
      const headers = { 'content-type': 'application/json' };
      const answer = await send(server, { headers, body, from: from() });
      tally('bombs', answer);
      expect(harmIn(answer)).toEqual([]);
      expect(answer.text).not.toContain('polluted');
      expect(whyNot(expected, answer)).toBeNull();
      expect(await ordinaryAnswer(server, from())).toBe('Prignitz');
    });

    test('the same bombs by GET', async () => {
      for (const [name, , bomb] of documents) {
        if (typeof bomb === 'string' || !('query' in bomb)) continue;
        const path = `/graphql?query=${encodeURIComponent(String(bomb.query))}`;
        if (path.length > LONGEST_ADDRESS) continue;
        const headers = { 'apollo-require-preflight': 'yes' };
        const answer = await send(server, { method: 'GET', path, headers, from: from() });
        tally('bombs', answer);
        expect([name, ...harmIn(answer)]).toEqual([name]);
      }
      expect(await ordinaryAnswer(server, from())).toBe('Prignitz');
    });

    test('many different documents do not fill the memory', async () => {
      for (let round = 0; round < 400; round += 1) {
        const filling = `# ${round} ${'x'.repeat(50_000)}\n{ a${round}: dataVersion { number } }`;
        const body = JSON.stringify({ query: filling });
        const answer = await send(server, {
          headers: { 'content-type': 'application/json' },
          body,
          from: from(),
        });
        tally('bombs', answer);
        expect(harmIn(answer)).toEqual([]);
      }
      const grown = Math.round((server.memory() - before) / 1024 ** 2);
      process.stdout.write(
        `memory: ${Math.round(before / 1024 ** 2)} MiB before the bombs, ${grown} MiB more after\n`,
      );
      expect(grown).toBeLessThan(400);
    });
  });
}

function whyNot(expected: Expected, { status, text }: Answer): string | null {
  const isRefused = status >= 400 || text.startsWith('{"errors"');
  const shown = `${status} ${text.slice(0, 200)}`;
  if (expected === 'EITHER') return null;
  if (!isRefused) return `was answered: ${shown}`;
  // A field that refuses its arguments is an error in an answer, as the other fields may be well.
  if (expected === 'REFUSED') return null;
  if (status < 400) return `was refused with the status of success: ${shown}`;
  return text.includes('"limit":') ? null : `names no limit: ${shown}`;
}
