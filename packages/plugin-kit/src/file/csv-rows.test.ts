import type { Problem } from '@kreisweit/domain';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvRows } from './csv-rows.ts';

async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, size = 1000) {
  const problems: Problem[] = [];
  const blocks = await Array.fromAsync(
    csvRows(pieces(text, size), {
      file: 'a.csv',
      delimiter: ';',
      report: (problem) => problems.push(problem),
    }),
  );
  return {
    rows: blocks.flatMap(({ rows }) => rows),
    lines: blocks.flatMap(({ lines }) => lines),
    problems: problems.map(({ line, message }) => `${line}: ${message}`),
  };
}

const cell = fc.string({ unit: fc.constantFrom('a', 'ä', '1', ';', '"', '\n', ' ') });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
const quoted = (text: string): string => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

it('reads what the library reads, however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 20 }), async (rows, size) => {
      const text = `${rows.map((row) => row.map(quoted).join(';')).join('\n')}\n`;
      const expected: string[][] = parse(text, { delimiter: ';', relaxColumnCount: true });
      const filled = expected.filter((row) => row.some((one) => one.trim() !== ''));
      expect(await read(text, size)).toMatchObject({ rows: filled, problems: [] });
    }),
    { numRuns: 60 },
  );
});

it('counts the lines of the file, also over records of several lines', async () => {
  expect(await read('a;b\n\n"c\nd";e\n;\nf;g')).toEqual({
    rows: [
      ['a', 'b'],
      ['c\nd', 'e'],
      ['f', 'g'],
    ],
    lines: [1, 3, 6],
    problems: [],
  });
});

it('names the line of a quotation mark that is not closed', async () => {
  const message = 'a quotation mark is missing in the line, or one too many';
  expect((await read('a;b\n"c;d\ne;f\n')).problems).toEqual([`2: ${message}`]);
  const long = await read(`a;b\n"c;d\n${'e;f\n'.repeat(150)}`);
  expect(long.problems).toEqual([`2: ${message}`]);
  expect(long.lines.at(-1)).toBe(152);
});
