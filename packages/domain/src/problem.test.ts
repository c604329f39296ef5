import { expect, test } from 'vitest';
import { formatProblem, InputProblems, type Problem } from './problem.ts';

test.each<[Problem, string]>([
  [{ message: 'is empty' }, 'is empty'],
  [{ message: 'is empty', file: 'a.csv' }, 'a.csv: is empty'],
  [{ message: 'is empty', file: 'a.csv', line: 3, column: 7 }, 'a.csv:3:7: is empty'],
  [{ message: 'is empty', file: 'a.csv', column: 'Insgesamt' }, 'a.csv:Insgesamt: is empty'],
  [{ message: 'is unknown', field: 'measures.places.unit' }, 'measures.places.unit: is unknown'],
  [{ message: 'is unknown', file: 'a.csv', line: 1, field: 'ags' }, 'a.csv:1 ags: is unknown'],
  [{ message: 'is empty', file: undefined, line: undefined }, 'is empty'],
])('%j reads %j', (problem, expected) => {
  expect(formatProblem(problem)).toBe(expected);
});

test('the message counts all problems and shows the first ten', () => {
  const problems = Array.from({ length: 12 }, (_, index) => ({ message: 'no number', line: index + 1 }));
  const error = new InputProblems('places.csv', problems);
  expect(error.problems).toEqual(problems);
  expect(error.message).toMatchInlineSnapshot(`
    "places.csv: 12 problems, nothing was stored
      1: no number
      2: no number
      3: no number
      4: no number
      5: no number
      6: no number
      7: no number
      8: no number
      9: no number
      10: no number
      ... and 2 more"
  `);
});

test('one problem is one problem, and the list is a frozen copy', () => {
  const problems = [{ message: 'is empty', file: 'a.csv' }];
  const error = new InputProblems('a.csv', problems);
  problems.push({ message: 'later', file: 'a.csv' });
  expect(error.message).toBe('a.csv: 1 problem, nothing was stored\n  a.csv: is empty');
  expect(error.problems).toHaveLength(1);
  expect(Object.isFrozen(error.problems)).toBe(true);
  expect(error).toBeInstanceOf(Error);
});
