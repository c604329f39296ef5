import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TextBlock, textBlocks } from './text-blocks.ts';

async function* pieces(bytes: Uint8Array, cuts: readonly number[] = []): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (const cut of cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b)) {
    yield bytes.subarray(start, cut);
    start = cut;
  }
  yield bytes.subarray(start);
}

async function linesOf(bytes: Uint8Array, cuts?: readonly number[]): Promise<readonly string[]> {
  const blocks: TextBlock[] = [];
  for await (const block of textBlocks(pieces(bytes, cuts), 'a.csv')) blocks.push(block);
  for (const [index, { firstLine }] of blocks.entries()) {
    expect(firstLine).toBe(1 + blocks.slice(0, index).reduce((sum, { lines }) => sum + lines.length, 0));
  }
  return blocks.flatMap(({ lines }) => lines);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const line = fc.string({ unit: fc.constantFrom('a', ';', ' ', '1', 'ä', 'ß', 'Ö', '€', '–', '"') });
const lines = fc.array(line, { minLength: 1, maxLength: 8 }).filter((list) => list.at(-1) !== '');
const cuts = fc.array(fc.nat(), { maxLength: 12 });
const CP1252: Readonly<Record<string, number>> = { '€': 0x80, '–': 0x96 };
const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((letter) => CP1252[letter] ?? letter.charCodeAt(0)));

describe('textBlocks', () => {
  it('reads the same lines however the bytes are cut, in UTF-8 and in Windows-1252', async () => {
    await fc.assert(
      fc.asyncProperty(
        lines,
        cuts,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        async (given, at, end, mark) => {
          const text = given.join(end);
          expect(await linesOf(utf8(text), at)).toEqual(given);
          expect(await linesOf(utf8(`${mark ? '\ufeff' : ''}${text}${end}`), at)).toEqual(given);
          expect(await linesOf(windows1252(`${text}${end}`), at)).toEqual(given);
        },
      ),
    );
  });

  it('names the line that breaks the encoding the file began with', async () => {
    const broken = Buffer.concat([
      utf8('Bevölkerung\n;;\n'),
      Buffer.from([0x4d, 0xfc, 0x6e]),
      utf8('\nDG\n'),
    ]);
    await expect(linesOf(broken)).rejects.toThrowErrorMatchingInlineSnapshot(`
      [InputProblems: The file cannot be read: 1 problem, nothing was stored
        a.csv:3: the line is not valid UTF-8, although the file began as UTF-8: save it anew in one encoding]
    `);
    await expect(linesOf(Uint8Array.of(0xe4, 10, 0x81, 10))).rejects.toThrowErrorMatchingInlineSnapshot(`
      [InputProblems: The file cannot be read: 1 problem, nothing was stored
        a.csv:2: the line holds characters of an unknown encoding: save the file as UTF-8 or Windows-1252]
    `);
    await expect(linesOf(utf8('a\nb\0\n'))).rejects.toThrow('a.csv:2: the line holds characters');
  });

  it('says what a file is that is no text', async () => {
    await expect(linesOf(Buffer.from('\ufeffGENESIS', 'utf16le'))).rejects.toThrow(
      'the file is UTF-16: save it as UTF-8',
    );
    await expect(linesOf(Buffer.from('PK\u0003\u0004...', 'latin1'))).rejects.toThrow('Excel workbook');
    await expect(linesOf(Uint8Array.of(0x1f, 0x8b, 8))).rejects.toThrow('the file is compressed');
    await expect(linesOf(new Uint8Array(5_000_000).fill(97))).rejects.toThrow('a line is longer than');
  });

  it('reads an empty file as no lines', async () => {
    expect(await linesOf(new Uint8Array())).toEqual([]);
  });
});
