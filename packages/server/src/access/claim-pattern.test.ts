import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimPattern } from './claim-pattern.ts';

/** What a pattern matches in a text, and what is wrong with the pattern. */
const problemsOf = (pattern: string): readonly string[] => {
  const problems: string[] = [];
  claimPattern(pattern, (message) => problems.push(message));
  return problems;
};
const match = (pattern: string, text: string) =>
  claimPattern(pattern, (message) => expect.fail(message)).match(text);

test.each([
  ['staff', 'staff', {}],
  ['staff', 'staff-2', null],
  ['staff', 'Staff', null],
  ['coordinator-{territory}', 'coordinator-03153', { territory: '03153' }],
  ['coordinator-{territory}', 'the-coordinator-03153', null],
  ['coordinator-{territory}', 'coordinator-', null],
  ['coordinator-{territory}', 'coordinator-03153 03154', null],
  ['coordinator-{territory}', 'coordinator-03153\n', null],
  ['{actor}', 'caritas.goslar_1', { actor: 'caritas.goslar_1' }],
  [
    '/{plugin}/{territory}/editor',
    '/early-years/03153/editor',
    { plugin: 'early-years', territory: '03153' },
  ],
  ['/{plugin}/{territory}/editor', '/early/years/03153/editor', null],
  ['{territory}-editor', '03153-editor-editor', { territory: '03153-editor' }],
  // Nothing in the file is an expression.
  ['.*', 'anything', null],
  ['(a+)+$', '(a+)+$', {}],
  ['[{plugin}]', '[work]', { plugin: 'work' }],
])('%s against %s', (pattern, text, matched) => {
  expect(match(pattern, text)).toEqual(matched);
});

test('a pattern that could mean several things is refused', () => {
  const several = 'could be understood in several ways: put a sign such as / or : between two placeholders';
  expect(problemsOf('{plugin}-{territory}')).toEqual([several]);
  expect(problemsOf('{plugin}{territory}')).toEqual([several]);
  expect(problemsOf('{plugin}-/-{territory}')).toEqual([]);
  expect(problemsOf('{territory}:{territory}')).toEqual(['names a placeholder twice: write each once']);
  expect(problemsOf('{teritory}')).toEqual(['there is no placeholder {teritory}: write {territory}']);
  expect(problemsOf('{}')).toEqual(['there is no placeholder {}: write {territory}, {plugin}, {actor}']);
  expect(problemsOf('group-{territory')).toEqual(['has a brace without its other one: write {territory}']);
});

const LITERAL = fc.string({
  unit: fc.constantFrom('a', '-', '.', '/', '*', '$', '(', '\\', ' '),
  maxLength: 4,
});
const NAME = fc.string({ unit: fc.constantFrom('a', '0', '-', '.', '_'), minLength: 1, maxLength: 4 });

test('what is put into the places of a pattern is what it matches', () => {
  fc.assert(
    fc.property(LITERAL, NAME, LITERAL, NAME, LITERAL, (before, territory, between, plugin, after) => {
      const pattern = `${before}{territory}${between}/{plugin}${after}`;
      expect(match(pattern, `${before}${territory}${between}/${plugin}${after}`)).toEqual({
        territory,
        plugin,
      });
    }),
    { numRuns: 100 },
  );
});
