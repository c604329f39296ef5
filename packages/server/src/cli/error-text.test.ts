import { InputProblems } from '@kreisweit/domain';
import { expect, test } from 'vitest';
import { CommandError } from '../command-error.ts';
import { errorData, errorText } from './error-text.ts';

const problems = Array.from({ length: 120 }, (_, index) => ({
  file: 'a.csv',
  line: index + 8,
  column: 3,
  message: 'an empty cell',
}));

test('problems of a file are listed with their places, up to a hundred of them', () => {
  const lines = errorText(new InputProblems('a.csv', problems), { debug: false }).split('\n');
  expect(lines[0]).toBe('a.csv: 120 problems, nothing was stored');
  expect(lines[1]).toBe('  a.csv:8:3: an empty cell');
  expect(lines).toHaveLength(102);
  expect(lines.at(-1)).toBe('  ... and 20 more: --json lists all');
});

test('scripts get all of them', () => {
  expect(errorData(new InputProblems('a.csv', problems)).error.problems).toHaveLength(120);
  expect(errorData(new CommandError('no'))).toEqual({ error: { message: 'no' } });
});

test('a stack is shown only to those who ask for it', () => {
  const error = new TypeError('x is undefined');
  expect(errorText(error, { debug: false })).not.toMatch(/\bat .*:\d+/);
  expect(errorText(error, { debug: false })).toContain('KREISWEIT_LOG=debug');
  expect(errorText(error, { debug: true })).toMatch(/\bat .*:\d+/);
});

test('an attempt at several addresses says what each of them answered', () => {
  const error = new AggregateError([new Error('refused ::1'), new Error('refused 127.0.0.1')], '');
  expect(errorText(error, { debug: false })).toBe('refused ::1; refused 127.0.0.1');
});
