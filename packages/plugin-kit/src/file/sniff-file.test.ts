import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { officialFile } from '../../tests/official-table.ts';
import { smallTable, tableFile } from '../../tests/small-table.ts';
import { sniffFile } from './sniff-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('knows the official files', async () => {
  const files = [
    'observations/districts/12511-01-01-4.csv',
    'observations/municipalities/12411-01-01-5_00.csv',
    'observations/flat/1000A-0000_1773175153999_de_flat.csv',
    'observations/flat/12211-Z-11_1773175349407_de_flat.csv',
    'formats/ffcsv_old_style_11111-0001.csv',
    'formats/sdmx-csv-1.0.csv',
    'formats/sdmx-csv-2.0-action.csv',
    'formats/jsonstat-2.0-galicia.json',
    'register/31122013_Auszug_GV.xlsx',
  ];
  const found = await Promise.all(files.map((file) => sniffFile(officialFile(file))));
  expect(found).toEqual([
    { format: 'genesis', code: '12511-01-01-4' },
    { format: 'genesis', code: '12411-01-01-5' },
    { format: 'genesis-flat', code: '1000A', delimiter: ';' },
    { format: 'genesis-flat', code: '12211', delimiter: ';' },
    { format: 'genesis-flat', code: '11111', delimiter: ';' },
    { format: 'sdmx-csv', code: 'BIS:BIS_DER(1.0)', delimiter: ',' },
    { format: 'sdmx-csv', code: 'BIS:BIS_DER(1.0)', delimiter: ',' },
    { format: 'json-stat' },
    { format: 'own-figures', container: 'xlsx' },
  ]);
});

it('knows own figures and other delimiters', async () => {
  const sniffed = async (name: string, content: string) => sniffFile(await tableFile(folder, name, content));
  const own = { format: 'own-figures', container: 'csv' };
  expect(await sniffed('a.csv', 'Schlüssel;Zeitraum;Merkmal;Wert\n12070;2024;x;3\n')).toEqual(own);
  expect(await sniffed('b.csv', 'Unsere Zahlen\n\nkey,period,measure,value\n')).toEqual(own);
  expect(await sniffed('c.csv', '\ufeffstatistics_code\tstatistics_label\n12411\tx\n')).toEqual({
    format: 'genesis-flat',
    code: '12411',
    delimiter: '\t',
  });
  expect(await sniffed('d.csv', '"DATAFLOW";"GEO: Gebiet";"OBS_VALUE"\n"A:B(1.0): Titel";DE;1\n')).toEqual({
    format: 'sdmx-csv',
    code: 'A:B(1.0)',
    delimiter: ';',
  });
  expect(await sniffed('e.csv', smallTable)).toMatchObject({ format: 'genesis' });
});

it('says of everything else what it is and what to do', async () => {
  const contents: readonly (string | Uint8Array)[] = [
    '',
    'Gemeinde;Einwohner\nAltdorf;3\n',
    '<!DOCTYPE html><html>',
    '<?xml version="1.0"?>',
    '{"version":"2.0","class":"collection"}',
    '[1, 2]',
    gzipSync('key;value'),
    Buffer.from('PK\u0003\u0004 data.csv', 'latin1'),
    Buffer.from('\ufeffkey;value', 'utf16le'),
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
    '%PDF-1.7',
    'a'.repeat(70_000),
    Uint8Array.of(0x81, 0x3b, 0x0a),
  ];
  const messages: string[] = [];
  for (const content of contents) {
    const found = await sniffFile(await tableFile(folder, 'x', content));
    messages.push(found.format === 'unknown' ? found.message : found.format);
  }
  expect(messages).toMatchInlineSnapshot(`
    [
      "the file is empty",
      "the format is not known: the file begins with 'Gemeinde;Einwohner'; known are classic GENESIS table (CSV), flat file of GENESIS (ffcsv), SDMX-CSV, JSON-stat, own figures (CSV or XLSX)",
      "the file is a web page, not a table: the download has failed (is a login needed?)",
      "the file is XML: download the data as SDMX-CSV, JSON-stat or CSV",
      "the file is a JSON-stat collection: download the dataset itself (class dataset)",
      "the file is JSON, but no JSON-stat 2.0 with "class": "dataset"",
      "the file is compressed: unpack it first",
      "the file is a ZIP archive: unpack it, and load the files in it one by one",
      "the file is UTF-16: save it as UTF-8",
      "the file is an old Excel workbook: save the table as CSV",
      "the file is a PDF: figures are read from CSV, JSON-stat or XLSX",
      "the first line is longer than 65536 bytes: this is no table",
      "the line holds characters of an unknown encoding: save the file as UTF-8 or Windows-1252",
    ]
  `);
});

it('refuses a file that is not there', async () => {
  await expect(sniffFile(join(folder, 'none.csv'))).rejects.toThrow('The file cannot be opened');
});
