import { getNamedType, isCompositeType, isListType, isObjectType, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from '../create-schema.ts';
import { checkCost } from './check-cost.ts';
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
  ['the schema itself is free to read', `{ __schema { types { name } } __typename }`, 2],
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

test('what costs too much is refused with advice', () => {
  const everything = `{ districts(first: 500) { nodes { municipalities {
    seriesOf(indicators: ["a", "b"]) { points { period value status } }
  } } } }`;
  expect(() => checkCost(schema, { document: parse(everything) })).toThrowErrorMatchingInlineSnapshot(
    `[GraphQLError: This query may answer up to 2326001 fields; 100000 are allowed. Ask for smaller pages (first:), fewer levels at once, the packed lists of a series instead of its points, or a crossSection instead of many series.]`,
  );
  const usual = `{ districts(first: 400) { nodes { name seriesOf(indicators: [${'"a",'.repeat(20)}]) { periods values statuses } } } }`;
  checkCost(schema, { document: parse(usual) });
  const map = `{ territory(key: "DG") { crossSection(indicator: "a", period: "2015", level: MUNICIPALITY) {
    territories { ars name } values statuses coverages } } }`;
  checkCost(schema, { document: parse(map) });
});

test('every list of objects declares how many they are', () => {
  const silent = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter(({ name }) => !name.startsWith('__') && !name.endsWith('Connection'))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isListType('ofType' in field.type ? field.type.ofType : field.type))
        .filter((field) => isCompositeType(getNamedType(field.type)) && !('entries' in field.extensions))
        .map((field) => `${type.name}.${field.name}`),
    );
  expect(silent).toEqual([]);
});
