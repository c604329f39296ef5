import { crc32, deflateRawSync } from 'node:zlib';
import { InputProblems } from '@kreisweit/domain';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { columnLetter } from './column-letter.ts';
import { plainDecimal } from './plain-decimal.ts';
import { readWorkbook } from './read-workbook.ts';
import { storedZip } from './stored-zip.ts';
import { unpackZip } from './unpack-zip.ts';
import { workbookLimits } from './workbook-limits.ts';
import { zipDirectory } from './zip-directory.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function partsOf(workbook: Uint8Array): Promise<Map<string, Uint8Array>> {
  const entries = zipDirectory(workbook, 100);
  if (typeof entries === 'string') throw new Error(entries);
  const parts = await unpackZip(workbook, entries, workbookLimits);
  if (typeof parts === 'string') throw new Error(parts);
  return new Map(parts);
}

/** A workbook whose first sheet is the given XML. */
async function withSheet(xml: string): Promise<Uint8Array> {
  const parts = await partsOf(await writeXlsx({ sheets: [{ name: 'A', rows: [['text']] }] }));
  return storedZip(parts.set('xl/worksheets/sheet1.xml', bytesOf(xml)));
}

const sheetXml = (cells: string): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`;

/** A ZIP archive with one deflated entry whose headers say what they like. */
function zipOf(
  name: string,
  content: Uint8Array,
  claimed: { readonly size?: number; readonly crc?: number } = {},
): Uint8Array {
  const packed = deflateRawSync(content);
  const path = bytesOf(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(path.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(claimed.crc ?? crc32(content), 16);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(claimed.size ?? content.length, 24);
  central.writeUInt16LE(path.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + path.length + packed.length, 16);
  return Buffer.concat([local, path, packed, central, path, end]);
}

async function refusal(bytes: Uint8Array, limits = workbookLimits): Promise<string> {
  try {
    await readWorkbook(bytes, 'a.xlsx', limits);
  } catch (error) {
    if (error instanceof InputProblems) return error.problems.map(({ message }) => message).join('\n');
    throw error;
  }
  return 'nothing was refused';
}

describe('readWorkbook', () => {
  it('reads what cells hold, not what they show', async () => {
    const workbook = await writeXlsx({
      sheets: [
        {
          name: 'Werte',
          rows: [
            ['01001', 1001, 12.5, true, new Date('2015-12-31'), null, 1e-7, 120705001008],
            [0.125, null, null, null],
          ],
          columns: [{}, { hidden: true }],
          rowDefs: new Map([[1, { hidden: true }]]),
          cells: new Map([
            ['1,0', { style: { numFmt: '0.0%' } }],
            ['1,1', { formula: '1+1', formulaResult: 2 }],
            ['1,2', { formula: 'A1' }],
            ['1,3', { value: '#REF!', type: 'error' }],
          ]),
          merges: [{ startRow: 0, startCol: 0, endRow: 1, endCol: 0 }],
        },
        { name: 'versteckt', rows: [], hidden: true },
      ],
    });
    const [sheet, hidden] = await readWorkbook(workbook, 'a.xlsx');
    expect(sheet?.cells(1).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'text 01001',
      'number 1001',
      'number 12.5',
      'boolean TRUE',
      'day 2015-12-31',
      'empty ',
      'number 0.0000001',
      'number 120705001008',
    ]);
    expect(sheet?.cells(2).slice(0, 3)).toEqual([
      { kind: 'number', text: '0.125', isFormula: false, isPercent: true },
      { kind: 'number', text: '2', isFormula: true, isPercent: false },
      { kind: 'empty', text: '', isFormula: true, isPercent: false },
    ]);
    expect([...(sheet?.hiddenColumns ?? [])]).toEqual([2]);
    expect([...(sheet?.hiddenRows ?? [])]).toEqual([2]);
    expect(sheet?.merged).toEqual([{ fromRow: 1, toRow: 2, fromColumn: 1, toColumn: 1 }]);
    expect(hidden).toMatchObject({ name: 'versteckt', isHidden: true });
  });

  it('reads an error as an error', async () => {
    const [sheet] = await readWorkbook(
      await withSheet(sheetXml('<row r="1"><c r="A1" t="e"><f>B9</f><v>#REF!</v></c></row>')),
      'a.xlsx',
    );
    expect(sheet?.cells(1)).toEqual([{ kind: 'error', text: '#REF!', isFormula: true, isPercent: false }]);
  });

  it('refuses what is no workbook and says what to do', async () => {
    const ods = storedZip(
      new Map([
        ['mimetype', bytesOf('x')],
        ['content.xml', bytesOf('x')],
      ]),
    );
    const locked = await writeXlsx({
      sheets: [{ name: 'A', rows: [[1]] }],
      encryption: { password: 'x', spinCount: 1 },
    });
    const workbook = await writeXlsx({ sheets: [{ name: 'A', rows: [[1]] }] });
    const files = {
      text: bytesOf('Schlüssel;Wert'),
      xls: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      locked,
      ods,
      xlsb: storedZip(new Map([['xl/workbook.bin', bytesOf('x')]])),
      zip: storedZip(new Map([['a.txt', bytesOf('x')]])),
      cut: workbook.subarray(0, 900),
      empty: new Uint8Array(),
      hollow: storedZip(
        new Map(['[Content_Types].xml', '_rels/.rels'].map((name) => [name, bytesOf('<a/>')])),
      ),
    };
    const said = await Promise.all(
      Object.entries(files).map(async ([name, bytes]) => `${name}: ${await refusal(bytes)}`),
    );
    expect(said).toMatchInlineSnapshot(`
      [
        "text: the file is no Excel workbook: open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx) or as CSV",
        "xls: the file is an old Excel workbook (.xls): open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx) or as CSV",
        "locked: the workbook is protected by a password: save it without one (File, Info, Protect Workbook)",
        "ods: the file is an OpenDocument spreadsheet (.ods): open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx) or as CSV",
        "xlsb: the file is a binary Excel workbook (.xlsb): open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx) or as CSV",
        "zip: the file is a ZIP archive, but no Excel workbook: unpack it, or open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx) or as CSV",
        "cut: the archive is damaged or cut off: copy or download the file again, or save it anew",
        "empty: the file is no Excel workbook: open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx) or as CSV",
        "hollow: the workbook is damaged (Invalid XLSX: cannot find workbook relationship in _rels/.rels): open it in Excel or LibreOffice and save it anew",
      ]
    `);
  });

  it('finds out a bomb that lies about its size, at that byte', async () => {
    const bomb = new Uint8Array(30 * 1024 * 1024);
    const lying = zipOf('[Content_Types].xml', bomb, { size: 100 });
    expect(lying.length).toBeLessThan(40_000);
    const entries = zipDirectory(lying, 10);
    expect(typeof entries === 'string' ? entries : await unpackZip(lying, entries, workbookLimits)).toBe(
      "'[Content_Types].xml' in the archive does not unpack to the 100 bytes that it claims: copy or download the file again, or save it anew",
    );
    const honest = zipOf('a.xml', bomb);
    const all = zipDirectory(honest, 10);
    const small = { partBytes: 2 ** 20, unpackedBytes: 2 ** 30 };
    expect(typeof all === 'string' ? all : await unpackZip(honest, all, small)).toBe(
      "'a.xml' in the workbook has 30 MiB when unpacked, more than 1 MiB: split the table",
    );
    expect(
      typeof all === 'string' ? all : await unpackZip(honest, all, { ...small, unpackedBytes: 2 ** 20 }),
    ).toBe('the workbook has 30 MiB when unpacked, more than 1 MiB: split it');
    const damaged = zipOf('a.xml', bytesOf('<a/>'), { crc: 1 });
    const one = zipDirectory(damaged, 10);
    expect(typeof one === 'string' ? one : await unpackZip(damaged, one, workbookLimits)).toContain(
      'checksum',
    );
  });

  it('refuses sheets that reach too far before it builds them', async () => {
    const corners =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(await refusal(await withSheet(sheetXml(corners)))).toMatchInlineSnapshot(
      `"'xl/worksheets/sheet1.xml' in the workbook reaches to row 1048576 and column 16384, more than 200000 rows and 256 columns: remove the cells beyond the table"`,
    );
    const unplaced = '<row r="300000"><c><v>1</v></c></row>';
    expect(await refusal(await withSheet(sheetXml(unplaced)))).toContain('reaches to row 300000');
    const [formats] = await readWorkbook(
      await withSheet(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576" hidden="1"/>')),
      'a.xlsx',
    );
    expect(formats?.rowCount).toBe(1);
    const sheets = await writeXlsx({ sheets: ['A', 'B'].map((name) => ({ name, rows: [[1]] })) });
    expect(await refusal(sheets, { ...workbookLimits, sheets: 1 })).toContain('2 sheets, more than 1');
    expect(await refusal(sheets, { ...workbookLimits, fileBytes: 10 })).toContain('more than 10 bytes');
  });

  it('refuses texts that the workbook does not hold: they would be empty cells', async () => {
    const xml = sheetXml('<row r="1"><c r="A1" t="s"><v>7</v></c></row>');
    expect(await refusal(await withSheet(xml))).toContain('uses a text that the workbook does not hold');
  });

  it('never fails in another way, whatever byte is wrong', async () => {
    const workbook = await writeXlsx({ sheets: [{ name: 'A', rows: [['a', 1]] }] });
    for (let at = 0; at < workbook.length; at += 41) {
      const broken = Uint8Array.from(workbook);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      await refusal(broken);
    }
    expect(await refusal(workbook)).toBe('nothing was refused');
  });
});

it('writes numbers as decimals', () => {
  const numbers = [0, -1.5, 1e21, 1.5e-9, -2.5e22, 123456.789, 0.1 + 0.2];
  expect(numbers.map(plainDecimal)).toEqual([
    '0',
    '-1.5',
    '1000000000000000000000',
    '0.0000000015',
    '-25000000000000000000000',
    '123456.789',
    '0.30000000000000004',
  ]);
});

it('names columns as spreadsheets do', () => {
  expect([1, 26, 27, 702, 703, 16384].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
});
