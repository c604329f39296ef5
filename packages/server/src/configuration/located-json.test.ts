import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonSyntaxError, locatedJson } from './located-json.ts';

function refusal(text: string): string {
  try {
    locatedJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return `${error.place.line}:${error.place.column} ${error.message}`;
  }
  return 'none';
}

test('reads what JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(locatedJson(text).value).toEqual(JSON.parse(text));
    }),
    { numRuns: 50 },
  );
});

test('knows where its values stand', () => {
  const { placeOf } = locatedJson('{\n  "plugins": [\n    "one",\n    "two"\n  ]\n}');
  expect(placeOf([])).toEqual({ line: 1, column: 1 });
  expect(placeOf(['plugins'])).toEqual({ line: 2, column: 14 });
  expect(placeOf(['plugins', 1])).toEqual({ line: 4, column: 5 });
});

test.each([
  ['', '1:1 expected a value, found the end of the file'],
  ['{ "plugins": [', '1:15 expected a value, found the end of the file'],
  ['{\n  "plugins": ["one",]\n}', '2:21 expected a value, found ]'],
  ['{\n  "plugins": ["one"\n  "two"]\n}', '3:3 expected , or ], found "two"'],
  ['{ plugins: [] }', '1:3 expected a name in quotes, found plugins'],
  ['{ "a": 1, "a": 2 }', '1:11 "a" stands twice: write it once'],
  ['{ "a": 01 }', '1:8 expected a value, found 01'],
  ['{ "a": "b\n" }', '1:8 expected a value, found a text that does not end in its line'],
  ['{} // done', '1:4 expected the end of the file, found /'],
  ['{ "a": undefined }', '1:8 expected a value, found undefined'],
])('%j is refused', (text, message) => {
  expect(() => JSON.parse(text === '{ "a": 1, "a": 2 }' ? '' : text)).toThrow();
  expect(refusal(text)).toBe(message);
});
