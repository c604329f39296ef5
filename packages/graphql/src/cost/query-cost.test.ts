import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from '../create-schema.ts';
import { pageSize } from './entries.ts';
import { queryCost } from './query-cost.ts';

const schema = createSchema();

function costOf(text: string, variables: Readonly<Record<string, unknown>> = {}): number {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return queryCost(schema, { document, variables });
}

test.each([
  ['a field is one', `{ dataVersion { number } }`, 2],
  ['a page counts its size', `{ districts(first: 10) { nodes { name } } }`, 1 + 10 * 2],
  ['or the usual size', `{ districts { nodes { name } } }`, 1 + 50 * 2],
  ['packed lists are one each', `{ district(key: "1") { series(indicator: "a") { periods values } } }`, 4],
  [
    'points are many',
    `{ district(key: "1") { series(indicator: "a") { points { value } } } }`,
    1 + 1 + 1 + 15,
  ],
  ['keys count', `{ district(key: "1") { seriesOf(indicators: ["a", "b", "c"]) { values } } }`, 1 + 1 + 3],
  [
    'fragments count where they are',
    `{ a: district(key: "1") { ...f } b: district(key: "2") { ...f } }
    fragment f on District { name key }`,
    6,
  ],
  [
    'what is not asked costs nothing',
    `{ dataVersion @skip(if: true) { number } districts @include(if: false) { totalCount } }`,
    0,
  ],
  ['the schema has many types', `{ __schema { types { name } } __typename }`, 1 + 1 + 170 + 1],
])('%s', (_, text, cost) => {
  expect(costOf(text)).toBe(cost);
});

test('variables count as they are sent', () => {
  const text = `query ($first: Int!) { districts(first: $first) { nodes { name } } }`;
  expect(costOf(text, { first: 5 })).toBe(11);
  expect(costOf(text, { first: 500 })).toBe(1001);
  expect(costOf(text, {})).toBe(0);
});

test('nested fragments are counted in no time', () => {
  const names = Array.from({ length: 40 }, (_, index) => `f${index}`);
  const bomb = names.map((name, index) =>
    index === 39
      ? `fragment ${name} on District { name }`
      : `fragment ${name} on District { ...f${index + 1} a${index}: parent { ...f${index + 1} } }`,
  );
  const document = parse(`{ district(key: "1") { ...f0 } } ${bomb.join('\n')}`);
  expect(queryCost(schema, { document })).toBeGreaterThan(2 ** 39);
});

test('no cost is more than can be counted', () => {
  const names = Array.from({ length: 60 }, (_, index) => `f${index}`);
  const bomb = names.map(
    (name, index) => `fragment ${name} on District { state { districts { ...f${index + 1} } } }`,
  );
  const document = parse(
    `{ district(key: "1") { ...f0 } } ${bomb.join(' ')} fragment f60 on District { name }`,
  );
  expect(queryCost(schema, { document })).toBe(Number.MAX_SAFE_INTEGER);
});

test('every list of objects declares how many they are, and every page that it has its size', () => {
  const fields = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter(({ name }) => !name.startsWith('__') && !name.endsWith('Connection'))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .filter(({ field }) => isCompositeType(getNamedType(field.type)));
  const named = (of: typeof fields) => of.map(({ type, field }) => `${type.name}.${field.name}`);
  const lists = fields.filter(({ field }) => isListType(getNullableType(field.type)));
  expect(named(lists.filter(({ field }) => !('entries' in field.extensions)))).toEqual([]);

  const pages = fields.filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'));
  expect(named(pages.filter(({ field }) => field.extensions.entries !== pageSize))).toEqual([]);
  expect(named(pages)).toEqual(
    expect.arrayContaining(['Query.accessTokens', 'Query.proposedReleases', 'Query.auditTrail']),
  );
  expect(lists.length).toBeGreaterThan(50);
});

test.each(['accessTokens', 'proposedReleases', 'auditTrail'])('a page of %s counts its size', (name) => {
  expect(costOf(`{ ${name}(first: 10) { edges { node { __typename } } } }`)).toBe(1 + 10 * (1 + 1 + 1));
});
