import { getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from '../create-schema.ts';
import { defaultDocumentLimits } from './document-limits.ts';
import { documentLimitsRule } from './document-limits-rule.ts';

const schema = createSchema();
const limits = defaultDocumentLimits;

function refused(text: string) {
  const errors = validate(schema, parse(text), [...specifiedRules, documentLimitsRule(limits)]);
  return errors.map(({ message, extensions: { code, limit, ...others } }) => ({
    message,
    code,
    limit,
    ...others,
  }));
}

const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const parents = (levels: number) => `${'parent {'.repeat(levels - 1)} name ${'}'.repeat(levels - 1)}`;

/** Documents in the size that is given: that of the limit is allowed, one more is refused. */
const documents: readonly [string, keyof typeof limits, (size: number) => string][] = [
  ['fields inside one another', 'depth', (size) => `{ district(key: "1") { ${parents(size - 1)} } }`],
  [
    'fields inside fragments',
    'depth',
    (size) =>
      `{ ... { district(key: "1") { parent { ...f } } } } fragment f on Territory { ${parents(size - 2)} }`,
  ],
  [
    'inline fragments inside one another',
    'depth',
    (size) => `{ ${'... {'.repeat(size)} __typename ${'}'.repeat(size)} }`,
  ],
  ['the same field', 'fields', (size) => `{ dataVersion { ${many(size - 1, () => 'number')} } }`],
  [
    'the same fragment',
    'fields',
    (size) => `{ dataVersion { ${many((size - 2) / 2, () => '...f')} ${size % 2 ? 'number' : ''} number } }
      fragment f on DataVersion { ... { number } ...g } fragment g on DataVersion { number }`,
  ],
  [
    'operations',
    'fields',
    (
      size,
    ) => `${many(10, (index) => `query q${index} { ...f }`)} query r { dataVersion { ${many(size - 4_001, () => 'number')} } }
      fragment f on Query { dataVersion { ${many(399, () => 'number')} } }`,
  ],
  ['aliases', 'aliases', (size) => `{ dataVersion { ${many(size, (index) => `a${index}: number`)} } }`],
  [
    'aliases of fragments',
    'aliases',
    (
      size,
    ) => `{ dataVersion { ...f } other: dataVersion { ...f ${many(size - 81, (index) => `b${index}: number`)} } }
      fragment f on DataVersion { ${many(40, (index) => `a${index}: number`)} }`,
  ],
  ['fields of a query', 'rootFields', (size) => `{ ${many(size, () => '__typename')} }`],
  [
    'fields of a fragment of a query',
    'rootFields',
    (size) =>
      `{ ...f ${many(size - 40, () => '__typename')} } fragment f on Query { ${many(40, () => '__typename')} }`,
  ],
  [
    'changes',
    'mutations',
    (size) => `mutation { ...f } fragment f on Mutation { ${many(size, () => '__typename')} }`,
  ],
  ['directives', 'directives', (size) => `{ ${many(size, () => '... @skip(if: true) { __typename }')} }`],
  [
    'fragments',
    'fragments',
    (size) => `{ ...f0 } ${many(size - 1, (index) => `fragment f${index} on Query { ...f${index + 1} }`)}
      fragment f${size - 1} on Query { __typename }`,
  ],
  ['a list', 'listEntries', (size) => `{ nodes(ids: [${many(size, () => '"a"')}]) { id } }`],
  [
    'a list as what a variable usually is',
    'listEntries',
    (size) => `query ($ids: [ID!] = [${many(size, () => '"a"')}]) { nodes(ids: $ids) { id } }`,
  ],
  ['a text', 'textCharacters', (size) => `{ district(key: "${'x'.repeat(size)}") { name } }`],
  ['a text in a block', 'textCharacters', (size) => `{ district(key: """${'x'.repeat(size)}""") { name } }`],
];

test.each(documents)('%s', (_, limit, document) => {
  const allowed = limits[limit];
  const refusedBy = (size: number) => refused(document(size)).find((error) => error.limit === limit);
  expect(refusedBy(allowed)).toBeUndefined();
  const error = refusedBy(allowed + 1);
  expect(error).toMatchObject({
    code: 'QUERY_TOO_LARGE',
    limit,
    asked: allowed + 1,
    allowed,
    http: { status: 400 },
  });
  expect(error?.message).toContain(`${allowed + 1}`);
  expect(error?.message).toContain(`${allowed} `);
});

test('the question of GraphiQL about the schema is far from every limit', () => {
  expect(refused(getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true }))).toEqual(
    [],
  );
});

test('all limits that are exceeded are told at once, and nothing else that is wrong', () => {
  const document = `{ ${many(101, (index) => `a${index}: nowhere @skip { ${parents(30)} }`)} }`;
  expect(refused(document).map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      "This query is 31 levels deep; 20 are allowed. Ask for what lies deeper by its own key.",
      "This query has 101 aliases; 100 are allowed. Ask for lists, as seriesOf and crossSection are.",
      "This query has 101 fields of its own; 50 are allowed. Ask for lists, as districts(filter:) is.",
      "This query has 101 directives; 100 are allowed. Put one on a fragment with all that it decides about.",
    ]
  `);
});

test('what fragments ask that spread others twice is counted in no time', () => {
  const bomb = many(
    90,
    (index) =>
      `fragment f${index} on District { a: parent { ...f${index + 1} } b: parent { ...f${index + 1} } }`,
  );
  expect(refused(`{ district(key: "1") { ...f0 } } ${bomb} fragment f90 on District { name }`)).toMatchObject(
    [
      { limit: 'depth', asked: 92 },
      { limit: 'fields', asked: 1_000_000_000 },
      { limit: 'aliases', asked: 1_000_000_000 },
    ],
  );
});

test('what nobody spreads is measured too, and what spreads itself is left to the other rules', () => {
  const unused = `{ __typename } fragment f on Query { ${many(limits.fields, () => '__typename')} }`;
  expect(refused(unused)).toMatchObject([{ limit: 'fields', asked: limits.fields + 1 }]);
  expect(
    refused('{ ...f } fragment f on Query { ...g } fragment g on Query { ...f }').map(
      ({ message }) => message,
    ),
  ).toEqual(['Cannot spread fragment "f" within itself via "g".']);
});
