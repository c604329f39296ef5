import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable } from './read-table.ts';
import { writeTableCsv } from './write-table-csv.ts';
import { writeTableXlsx } from './write-table-xlsx.ts';
import type { WrittenCell, WrittenTable } from './written-table.ts';

const column = (header: string, choices: readonly string[] | null = null) => ({ header, width: 12, choices });

/** The texts of a table, null for what is empty. */
async function textsIn(bytes: Uint8Array): Promise<readonly (readonly (string | null)[])[]> {
  const [sheet] = await readTable(bytes, 'table');
  return (sheet?.rows ?? []).map(({ cells }) =>
    cells.map(({ kind, text }) => (kind === 'empty' ? null : text)),
  );
}

function table(rows: readonly (readonly WrittenCell[])[]): WrittenTable {
  return { name: 'Blatt', columns: [column('a'), column('b', ['x', 'y'])], rows };
}

const forms = [
  { form: 'CSV', write: async (given: WrittenTable) => new TextEncoder().encode(writeTableCsv(given)) },
  { form: 'XLSX', write: async (given: WrittenTable) => await writeTableXlsx([given]) },
];

describe.each(forms)('a table as $form', ({ write }) => {
  test('comes back as it was written, whatever its texts are', async () => {
    // One that would be a formula, one that looks guarded, quotation marks, separators, lines, scripts of the world.
    const awkward = [
      'line\n'.repeat(150),
      '=1+1',
      "'=1",
      "''-x",
      '+49',
      '@x',
      '"',
      'a;b,c\td',
      'one\ntwo',
      ' x ',
      'عربي',
      '_x0041_',
    ];
    const text = fc
      .oneof(
        fc.constantFrom(...awkward),
        fc.string({ unit: 'grapheme' }).filter((drawn) => !/\p{Cc}/u.test(drawn)),
      )
      .filter((drawn) => drawn.trim() !== '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, fc.option(text)), { minLength: 1, maxLength: 4 }),
        async (rows) => {
          expect(await textsIn(await write(table(rows)))).toEqual([['a', 'b'], ...rows]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('no text of it is a formula', async () => {
    const bytes = await write(
      table([
        ['=HYPERLINK("http://evil.example")', '-1+1'],
        [-1.5, null],
      ]),
    );
    const [sheet] = await readTable(bytes, 'table');
    expect(sheet?.rows.flatMap(({ cells }) => cells).filter(({ isFormula }) => isFormula)).toEqual([]);
  });
});

test('CSV is written so that German spreadsheets open it and run nothing', () => {
  expect(
    writeTableCsv(
      table([
        ['=1+1', 'x;"y"'],
        [1.5, null],
      ]),
    ),
  ).toBe('\ufeffa;b\r\n\'=1+1;"x;""y"""\r\n1,5;\r\n');
});

test('CSV is read with semicolons or commas, in UTF-8 without a mark or Windows-1252, and told by line', async () => {
  expect(await textsIn(new TextEncoder().encode('a,b\n"x,\ny",العربية\n'))).toEqual([
    ['a', 'b'],
    ['x,\ny', 'العربية'],
  ]);
  expect(await textsIn(Buffer.from('a;b\r\n\r\nMünchen;ß\r\n', 'latin1'))).toEqual([
    ['a', 'b'],
    ['München', 'ß'],
  ]);
  const [sheet] = await readTable(Buffer.from('a;b\n\n"x\ny";1\nz;2\n'), 'table.csv');
  expect(sheet?.rows.map(({ line }) => line)).toEqual([1, 3, 5]);
});

test('what is no table is refused', async () => {
  await expect(readTable(Buffer.from('a;b\n"x;1\n'), 'open.csv')).rejects.toThrow(
    'open.csv:2: a quotation mark is missing in the line, or one too many',
  );
  await expect(readTable(Buffer.from('%PDF-1.7 ...'), 'x.pdf')).rejects.toThrow(/x\.pdf/);
});
