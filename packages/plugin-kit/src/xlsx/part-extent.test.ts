import { expect, it } from 'vitest';
import { partExtent } from './part-extent.ts';
import { workbookLimits } from './workbook-limits.ts';

const sheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

it.each([
  ['<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row>', { rows: 2, columns: 3, cells: 3 }],
  ['<row><c/></row><row><c/><c/></row>', { rows: 2, columns: 2, cells: 5 }],
  ['<row r="1048576" spans="1:2"/>', { rows: 0, columns: 0, cells: 1 }],
  ['<row r="1"><c x=" r=\'A1\'" r="XFD9"/></row>', { rows: 9, columns: 16_384, cells: 2 }],
  ["<row r='7'><c t=\">\" r='AA7'/></row>", { rows: 7, columns: 27, cells: 2 }],
  ['<row r="1"><c r="A1" r="XFD9"/></row>', { rows: 9, columns: 16_384, cells: 2 }],
  ['<row r="3"><c r="1A"/></row>', { rows: 3, columns: 1, cells: 2 }],
])('the cells of %s reach so far', (rows, extent) => {
  expect(partExtent(sheet(rows), workbookLimits)).toMatchObject({ isSheet: true, ...extent });
});

it.each([
  ['<row><c r="A1" t="s"><v>7</v></c><c><v>99</v></c></row>', 7],
  ['<row><c r="A1"><v>99</v></c></row>', -1],
  ['<row><c r="A1" t="s"><v> 12 </v></c></row>', 12],
  ['<row><c r="A1" t="s"><v>1<!-- -->2</v></c></row>', Number.MAX_SAFE_INTEGER],
  ['<row><c r="A1" t="s"><v>constructor</v></c></row>', Number.MAX_SAFE_INTEGER],
])('the highest shared text of %s is %i', (rows, highestText) => {
  expect(partExtent(sheet(rows), workbookLimits)?.highestText).toBe(highestText);
});

it('counts what a reader builds', () => {
  expect(partExtent('<sst><si><t>a</t></si><si><t/></si></sst>', workbookLimits)).toMatchObject({
    isSheet: false,
    texts: 2,
    others: 5,
  });
  const columns = '<col min="1" max="16384"/>'.repeat(3);
  expect(
    partExtent(
      `<worksheet><cols>${columns}</cols><sheetData><row/><row/></sheetData></worksheet>`,
      workbookLimits,
    ),
  ).toMatchObject({ columnDescriptions: 3, others: 6 });
});

it('stops where there is more than a workbook may have', () => {
  const most = { cells: 3, elements: 2 };
  expect(partExtent(sheet(`<row>${'<c/>'.repeat(50)}</row>`), most)?.cells).toBe(4);
  expect(partExtent(`<sst>${'<si/>'.repeat(50)}</sst>`, most)?.others).toBe(3);
});
