import { expect, it } from 'vitest';
import { legibleProblems, legibleText } from './legible-problems.ts';

it('tells what a terminal would obey as numbers, and leaves out the middle of what is very long', () => {
  expect(legibleText('Größe „Süd“ \u{1f600} 5\u00a0%')).toBe('Größe „Süd“ \u{1f600} 5\u00a0%');
  expect(legibleText('\u001b[2J\r\n\u202e21\ud800')).toBe('\\u001b[2J\\u000d\\u000a\\u202e21\\ud800');
  const long = legibleText(`begin ${'x'.repeat(3_000_000)} end`);
  expect(long).toMatch(/^begin x{1494} \[2998010 more characters\] x{496} end$/);
  expect(legibleText('\n'.repeat(3_900)).length).toBeLessThan(2_100);
});

it('tells every text of a problem so, and keeps the rest', () => {
  const evil = '\u0007';
  const { problems } = legibleProblems('The file cannot be read', [
    { file: 'a.csv', line: 3, column: evil, field: evil, message: evil },
    { file: 'a.csv', column: 4, message: 'wrong' },
  ]);
  expect(problems).toEqual([
    { file: 'a.csv', line: 3, column: '\\u0007', field: '\\u0007', message: '\\u0007' },
    { file: 'a.csv', column: 4, message: 'wrong' },
  ]);
});
